import { expect, test } from '@playwright/test'
import { type Language, language, translate } from '../../src/language'
import { pastedCells } from '../../src/ui/paste'
import { pageStart } from '../../src/ui/Pages'
import { formatAmount, formatDate, formatMoney, formatNumber, formatSpan, monthName, typedDate } from '../../src/ui/format'

/** The results of a function in Spanish and in English. */
function inBothLanguages<T>(run: () => T): T[] {
  return (['es-MX', 'en'] as Language[]).map((tag) => {
    language.value = tag
    return run()
  })
}

test('dates', () => {
  expect(inBothLanguages(() => formatDate('2027-03-05'))).toEqual(['5 mar 2027', '5 Mar 2027'])
  expect(inBothLanguages(() => formatDate('2027-01-31'))).toEqual(['31 ene 2027', '31 Jan 2027'])
  expect(inBothLanguages(() => formatDate(undefined))).toEqual(['', ''])
  expect(inBothLanguages(() => typedDate('2027-03-05'))).toEqual(['05/03/2027', '2027-03-05'])
  expect(inBothLanguages(() => typedDate(undefined))).toEqual(['', ''])
  expect(inBothLanguages(() => monthName(2))).toEqual(['Marzo', 'March'])
})

test('spans write a shared month or year once', () => {
  const cases: [start: string | undefined, end: string | undefined, text: string][] = [
    ['2027-08-09', '2027-08-09', '9 ago 2027'],
    ['2027-08-09', '2027-08-13', '9–13 ago 2027'],
    ['2027-04-04', '2027-06-06', '4 abr – 6 jun 2027'],
    ['2027-12-20', '2028-01-07', '20 dic 2027 – 7 ene 2028'],
    ['2027-08-09', undefined, '9 ago 2027'],
    [undefined, '2027-08-09', '9 ago 2027'],
    [undefined, undefined, ''],
  ]
  language.value = 'es-MX'
  for (const [start, end, text] of cases) expect(formatSpan(start, end), `${start} to ${end}`).toBe(text)
})

test('amounts and numbers are exact', () => {
  const numbers: [value: string | number, text: string][] = [
    ['0', '0'],
    ['999', '999'],
    ['1000', '1,000'],
    ['1234567.50', '1,234,567.50'],
    ['-1234.5', '−1,234.5'],
    ['9007199254740993.10', '9,007,199,254,740,993.10'],
    ['1/3', '1/3'],
    [12000, '12,000'],
  ]
  for (const [value, text] of numbers) expect(formatNumber(value), String(value)).toBe(text)
  expect(formatMoney('1234567.50')).toBe('$1,234,567.50')
  expect(formatMoney('-12.00')).toBe('−$12.00')
  expect(formatAmount('0.00')).toBe('–')
  expect(formatAmount('1200.00')).toBe('1,200.00')
})

test('texts take arguments in the language of the page', () => {
  expect(inBothLanguages(() => translate(['Faltan {0} de {1}', '{1}: {0} left'], 1234, 'x'))).toEqual(['Faltan 1,234 de x', 'x: 1,234 left'])
  expect(inBothLanguages(() => translate(['{0}', '{0}'], '2027'))).toEqual(['2027', '2027'])
})

test('a text from a spreadsheet is split into cells, unless it is a single one', () => {
  expect(pastedCells('9 ago\t13 ago\r\n20/12\t\r\n')).toEqual([
    ['9 ago', '13 ago'],
    ['20/12', ''],
  ])
  expect(pastedCells('a\tb')).toEqual([['a', 'b']])
  expect(pastedCells('a\n')).toBeUndefined()
  expect(pastedCells('')).toBeUndefined()
})

test('a page beyond the end of a list becomes the last one', () => {
  expect(pageStart(40, 20, 100)).toBe(40)
  expect(pageStart(40, 20, 40)).toBe(20)
  expect(pageStart(40, 20, 0)).toBe(0)
})
