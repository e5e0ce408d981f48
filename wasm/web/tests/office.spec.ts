import type { Page } from '@playwright/test'
import { axe, expect, openDocument, saved, test, visit } from './planner'

const office = { name: 'Dirección de Obras Públicas', municipality: 'Tonaya' }
const document = (kind?: string) => ({ schema: 1, id: 'x', fiscalYear: 2027, calendar: 'jalisco', office: { ...office, kind } })

const kindOf = (page: Page) => page.getByRole('combobox', { name: /^(Clase de oficina|Kind of office)/ })

test('the kind of office is chosen from the words of the norm, and undone', async ({ page }) => {
  await openDocument(page, document())
  const kind = kindOf(page)
  await expect(kind).toHaveValue('')
  await expect(kind.locator('option').first()).toHaveText('Por su nombre: Obras públicas')
  const choices = await kind.locator('option').allInnerTexts()
  expect(choices).toContain('Comunicación social')
  expect(choices.length).toBeGreaterThan(3)
  expect(await axe(page)).toEqual([])

  await kind.selectOption('Comunicación social')
  await expect(kind).toHaveValue('communication')
  await expect(page.getByRole('button', { name: /^Deshacer: .*clase de oficina/ })).toBeEnabled()
  await expect(saved(page)).toBeVisible()
  await page.reload()
  await expect(kind).toHaveValue('communication')


  await kind.selectOption({ index: 0 })
  await expect(kind).toHaveValue('')
  await visit(page, 'presupuesto')
  await page.getByRole('button', { name: /^Deshacer: .*clase de oficina/ }).click()
  await expect(page.locator('#contenido')).toHaveClass('place-resumen')
  await expect(kind).toHaveValue('communication')
})

test('in English the kinds of office are in English', async ({ page }) => {
  await openDocument(page, document('treasury'))
  await expect(kindOf(page)).toHaveValue('treasury')
  await page.getByRole('button', { name: 'English' }).click()
  const kind = kindOf(page)
  await expect(kind.locator('option').first()).toHaveText('By its name: Public works')
  await expect(kind.locator('option:checked')).toHaveText('Treasury')
})

test('a kind of office that does not exist is shown as it is, with the finding that corrects it', async ({ page }) => {
  await openDocument(page, document('obras'))
  const kind = kindOf(page)
  await expect(kind).toHaveValue('obras')
  await expect(kind).toHaveAttribute('aria-invalid', 'true')
  await visit(page, 'observaciones')
  const finding = page.locator('.finding', { hasText: '“obras” no es una clase de oficina' })
  await finding.getByRole('button', { name: /Ir al campo/ }).click()
  await expect(kind).toBeFocused()
  await visit(page, 'observaciones')
  await finding.getByRole('button', { name: /^Poner la clase de oficina: Obras públicas/ }).click()
  await expect(finding).toBeHidden()
  await visit(page, 'resumen')
  await expect(kind).toHaveValue('public-works')
})

test('the fiscal year of a new plan is read as people type it, and stays as typed if it is none', async ({ page }) => {
  await page.goto('/#nuevo')
  await page.getByLabel('Municipio').fill('Tonaya')
  await page.getByLabel('Unidad responsable').fill('Tesorería')
  const year = page.getByLabel('Ejercicio fiscal')
  const start = page.getByRole('button', { name: 'Empezar', exact: true })
  for (const [typed, reason] of [
    ['el próximo', 'el próximo'],
    ['27', '2000 a 2099'],
    ['2027.5', '2000 a 2099'],
    ['2027 pesos', '2000 a 2099'],
  ] as const) {
    await year.fill(typed)
    await start.click()
    await expect.poll(() => year.evaluate((field: HTMLInputElement) => field.validationMessage)).toContain(reason)
    await expect(year).toHaveValue(typed)
  }
  await year.fill(' ２０２8 ')
  await start.click()
  await expect(page.getByRole('grid')).toBeFocused()
  await expect(page.locator('.plan-name')).toHaveText('POA 2028 · Tonaya')
})
