// The domain rules that the page still implements itself. They belong in the
// engine: once it answers them, the callers ask the engine and this file is deleted.
//
//   function                     answers                                         callers
//   fieldsOf                     the fields that a kind of own day has           OwnDays, AddButtons
//   CalendarParser.span          both ends of "13 al 15 de mayo"                 commands, paste
//   CalendarParser.yearlyRules   the rules that repeat a span every year         Repeat
//     easterRule                 the one of them that follows Easter
//     lengthOf                   the length of a span in a rule, as in " 3d"
//   splitProfiles, joinProfiles  the parts of a composition, "jalisco + bancos"  BaseCalendar
//   isElectionDay                whether a day is an election day                days
//   citationOf                   the citation in the basis of a day              Lists

import type { BlackoutRow, Choice, DayOff, Span } from '../../gen/rpc'
import type { Parser } from '../../plan'

/** The fields that a kind of own day has, besides dates and document. */
export interface KindFields {
  /** The field that describes the days. */
  words: 'name' | 'reason'
  /** Set if the kind is about a single day. */
  oneDay: boolean
  /** The day off in exchange. An optional one exists for single days only. */
  instead: 'required' | 'optional' | 'none'
  /** How the kind repeats every year: by a rule, or by naming a holiday that is worked. */
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

/** What the calendar asks in order to turn typed text into commands. */
export interface CalendarParser extends Parser {
  /** Parses a span such as "13 al 15 de mayo". Returns undefined if the text is not one. */
  span(text: string, near?: string): Promise<Span | undefined>
  /** The rules that repeat a span every year, each with its description. */
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

/** Parses both ends. An end that is only a number takes the month of the other. */
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

/** The length of a span as it is written in a rule; empty for a single day. */
function lengthOf(start: string, end = start): string {
  const days = daysBetween(start, end) + 1
  return days > 1 ? ` ${days}d` : ''
}

/**
 * The rule relative to Easter, for a day in Holy Week or in the week after it. The
 * date of Easter is derived from Good Friday, a bank holiday that the engine computes.
 */
function easterRule(bankHolidays: DayOff[], start: string, length: string): string | undefined {
  const friday = bankHolidays.find(({ key }) => key === 'good-friday')
  if (!friday) return undefined
  const offset = daysBetween(friday.date, start) - 2
  if (offset < -7 || offset > 7) return undefined
  return `Easter${offset > 0 ? '+' : ''}${offset || ''}${length}`
}

/**
 * Splits a composition into the base calendar and the calendars added to it. The
 * part that is not a sum of known calendars is returned whole, as the first.
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

/** Reports whether a date is an election day: the day on which a blackout ends. */
export function isElectionDay(blackouts: readonly BlackoutRow[], date: string): boolean {
  return blackouts.some(({ end }) => end === date)
}

/** The citation in a basis; empty if the basis is only a remark in brackets. */
export function citationOf(basis: string): string {
  return basis.trim().startsWith('(') ? '' : basis
}
