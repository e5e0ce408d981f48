// Rules of the domain that the page still knows itself. Each belongs to the
// engine: when the engine answers it, the callers below ask the engine, and this
// file is deleted. Everything else in this folder asks through the interfaces
// here and knows none of the rules.
//
//   fieldsOf         which fields a kind of own day has          OwnDays, AddButtons
//   span             both ends of "13 al 15 de mayo"             commands, paste
//   yearlyRules      the rules that repeat some days every year  Repeat
//     easterRule     ... of those, the one that follows Easter
//     lengthOf       the length of a span as a rule has it, " 3d"
//   splitProfiles    the calendars of "jalisco + bancos"         BaseCalendar
//   joinProfiles     the reverse
//   isElectionDay    whether a day is that of an election        days
//   citationOf       the citation in the basis of a day          Lists

import type { BlackoutRow, Choice, DayOff, Span } from '../../gen/rpc'
import type { Parser } from '../../plan'

/** Which fields a kind of own day has, besides its days and its document. */
export interface KindFields {
  /** What describes the days: a name, or the reason of the decision. */
  words: 'name' | 'reason'
  /** Set where the days are one day. */
  oneDay: boolean
  /** Whether another day is rested instead; optional only where the days are one day. */
  instead: 'required' | 'optional' | 'none'
  /** How the days repeat every year: by a rule, as a holiday of the calendar that is worked, or not. */
  repeats: 'rule' | 'holiday' | 'never'
}

export function fieldsOf(kind: string | undefined): KindFields {
  switch (kind) {
    case 'day-off':
      return { words: 'reason', oneDay: false, instead: 'none', repeats: 'rule' }
    case 'moved-day':
      return { words: 'reason', oneDay: true, instead: 'required', repeats: 'never' }
    case 'work-day':
      return { words: 'reason', oneDay: false, instead: 'optional', repeats: 'holiday' }
    default:
      return { words: 'name', oneDay: false, instead: 'none', repeats: 'rule' }
  }
}

/** What the calendar asks while it makes commands of what a person typed. */
export interface CalendarParser extends Parser {
  /** Both ends of a text such as "13 al 15 de mayo"; undefined where it is no span. */
  span(text: string, near?: string): Promise<Span | undefined>
  /** The rules that repeat days every year, each with what it says in words. */
  yearlyRules(days: Span, year: number): Promise<Choice[]>
}

export function calendarParser(parser: Parser): CalendarParser {
  return {
    ...parser,
    span: (text, near) => parseSpan(parser, text, near),
    yearlyRules: (days, year) => yearlyRules(parser, days, year),
  }
}

const between = /^(?:del?\s+|from\s+)?(.+?)(?:\s+(?:al?|hasta|to|until|through|-)\s+|\s*[–—]\s*|-(?=\d{1,2}\s+\D))(.+)$/i

/** Reads both ends; a half that is a number alone has the month of the other. */
async function parseSpan(parser: Parser, text: string, near?: string): Promise<Span | undefined> {
  const [, first = '', last = ''] = between.exec(text.trim()) ?? []
  if (!first) return undefined
  const number = /\d{1,2}/
  const alone = /^\d{1,2}$/
  const from = alone.test(first) ? last.replace(number, first) : first
  const to = alone.test(last) ? first.replace(number, last) : last
  const end = await parser.date(to, near)
  const start = await parser.date(from, end ?? near)
  return start && end ? { start, end } : undefined
}

async function yearlyRules(parser: Parser, { start, end }: Span, year: number): Promise<Choice[]> {
  const length = lengthOf(start!, end)
  const fixed = start!.slice(5) + length
  const easter = easterRule(await parser.daysOff('bancos', year).catch(() => []), start!, length)
  if (!easter) return [{ key: fixed, label: fixed }]
  const read = await Promise.all([fixed, easter].map((rule) => parser.rule(rule)))
  return read.flatMap(({ rule, when }) => (rule ? [{ key: rule, label: when ?? rule }] : []))
}

const day = 86_400_000

const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / day)

/** The length of a span as a rule has it; a single day has none. */
function lengthOf(start: string, end = start): string {
  const days = daysBetween(start, end) + 1
  return days > 1 ? ` ${days}d` : ''
}

/**
 * The rule that follows Easter, for a day in Holy Week or in the week after it.
 * The engine says when Easter is: banks close on the Friday before.
 */
function easterRule(bankHolidays: DayOff[], start: string, length: string): string | undefined {
  const friday = bankHolidays.find(({ key }) => key === 'good-friday')
  if (!friday) return undefined
  const offset = daysBetween(friday.date, start) - 2
  if (offset < -7 || offset > 7) return undefined
  return `Easter${offset > 0 ? '+' : ''}${offset || ''}${length}`
}

/**
 * The calendar a plan starts from, and those whose days off are added to it. A
 * composition of another form stays in one piece, as the first.
 */
export function splitProfiles(calendar: string, known: readonly Choice[]): { first: string; added: string[] } {
  const parts = calendar.split(' + ')
  const added: string[] = []
  while (parts.length > 1 && known.some(({ key }) => key === parts.at(-1))) added.unshift(parts.pop()!)
  return { first: parts.join(' + '), added }
}

export function joinProfiles(keys: string[]): string {
  return keys.join(' + ')
}

/** A blackout that ends with an election ends on the day of it. */
export function isElectionDay(blackouts: readonly BlackoutRow[], date: string): boolean {
  return blackouts.some(({ end }) => end === date)
}

/** The citation in a basis; a remark in brackets alone cites nothing. */
export function citationOf(basis: string): string {
  return basis.trim().startsWith('(') ? '' : basis
}
