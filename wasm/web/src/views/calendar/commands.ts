// Commands for an own day and typed text, as pure functions.

import type { Command, Edit, OwnDayKind, ParseSpanResult, Span } from '../../gen/rpc'
import type { Parser } from '../../plan'
import { change, dateCommand, set, type TypedCommand } from '../../plan/commands'
import { type OwnDay, pathOf, pendingOf, wordsOf } from './ownDay'

const list = 'ownDays'

/** Inserts an own day. If its kind has a name, the label of the kind is the initial name. */
export function insertOwnDay(id: string, kind: OwnDayKind, days?: Span): Command {
  const name = wordsOf(kind) === 'name' ? { name: kind.label } : {}
  const span = days ? { span: daysFor(kind, days) } : {}
  return change({ op: 'insert', path: list, value: { id, kind: kind.key, ...name, ...span } })
}

/** The days that a kind accepts: all of them, or only the first. */
export function daysFor({ oneDay }: OwnDayKind, days: Span): Span {
  return oneDay ? { start: days.start, end: days.start } : days
}

/** The first field of a new own day that is still empty. */
export function firstEmptyField(kind: OwnDayKind, dated: boolean): string {
  if (!dated) return 'span.start'
  return kind.needsInstead ? 'instead' : wordsOf(kind)
}

export function removeOwnDay(id: string): Command {
  return change({ op: 'remove', path: pathOf({ id }) })
}

/** Sets a field to a text; an empty one clears it. */
export function setField({ path }: OwnDay, field: string, text: string): Command {
  return change(set(`${path}.${field}`, text.trim() || null))
}

/**
 * Sets the first day, or both ends if a span was typed. Most decisions are about a
 * single day, so the last day is set too unless it has a value.
 */
export async function startCommand(day: OwnDay, text: string, near: string | undefined, parser: Parser): Promise<TypedCommand> {
  const { path, row, kind } = day
  const { start, end, single, reason } = await (kind.oneDay ? parseDay(text, near, parser) : parser.span(text, near))
  if (!start) return { command: dateCommand(`${path}.span.start`, text, undefined), reason }
  const hasEnd = row.end || pendingOf(day, 'span.end')
  const keepsEnd = !kind.oneDay && hasEnd && single
  return { command: change(set(`${path}.span.start`, start), ...(keepsEnd ? [] : [set(`${path}.span.end`, end)])) }
}

/** Parses a date as a span of one day. */
async function parseDay(text: string, near: string | undefined, parser: Parser): Promise<ParseSpanResult> {
  const { date, reason } = await parser.date(text, near)
  return { start: date, end: date, single: true, reason }
}

/**
 * Sets the rule and, unless it is set, the start of its validity. A text that is not a
 * rule is set unchanged; the engine reports it. A text that may be two rules is pending.
 */
export async function ruleCommand({ path, row }: OwnDay, text: string, since: string | undefined, parser: Parser): Promise<TypedCommand> {
  if (!text.trim()) return { command: change(set(`${path}.rule`, null), set(`${path}.valid`, null)) }
  const { rule, readings, reason } = await parser.rule(text)
  if (readings) return { command: dateCommand(`${path}.rule`, text, undefined), reason }
  const from = !row.validFrom && since ? [set(`${path}.valid.start`, since)] : []
  return { command: change(set(`${path}.rule`, rule || text.trim()), ...from), reason }
}

/** Replaces the dates by a yearly rule. */
export function repeatByRule(day: OwnDay, rule: string, since: string | undefined): Command {
  return change(...withoutDates(day), set(`${day.path}.rule`, rule), set(`${day.path}.valid.start`, since ?? day.row.start))
}

/** Replaces the dates by a holiday that is worked every year. */
export function repeatByHoliday(day: OwnDay, holiday: string): Command {
  return change(...withoutDates(day), set(`${day.path}.holiday`, holiday))
}

function withoutDates({ path, row }: OwnDay): Edit[] {
  return [set(`${path}.span`, null), ...(row.instead ? [set(`${path}.instead`, null)] : [])]
}

/** Clears the yearly rule. Returns no command if there is none. */
export function clearRule({ path, row }: OwnDay): Command[] {
  const fields = [row.rule && 'rule', (row.validFrom || row.validTo) && 'valid', row.holiday && 'holiday'].filter(Boolean)
  return fields.length > 0 ? [change(...fields.map((field) => set(`${path}.${field}`, null)))] : []
}

/**
 * Sets whether a weekday is worked. If no day is worked, the field is cleared, so that
 * the week of the base calendar applies.
 */
export function workWeekCommand(weekdays: readonly string[], worked: readonly string[], day: string, works: boolean): Command {
  const days = weekdays.filter((other) => (other === day ? works : worked.includes(other)))
  return change(set('workWeek', days.length > 0 ? days : null))
}
