// From an own day and what was typed or chosen to commands.

import type { Command, Edit, Span } from '../../gen/rpc'
import { change, dateCommand, set } from '../../plan/commands'
import type { CalendarParser, KindFields } from './domain'
import { type OwnDay, pathOf, pendingOf } from './ownDay'

const list = 'ownDays'

/** A new own day. A kind that is described by a name begins with that of the kind. */
export function insertOwnDay(id: string, kind: string, fields: KindFields, label: string, days?: Span): Command {
  const name = fields.words === 'name' ? { name: label } : {}
  const span = days ? { span: daysFor(fields, days) } : {}
  return change({ op: 'insert', path: list, value: { id, kind, ...name, ...span } })
}

/** Of several days, those that a kind takes: all, or the first. */
export function daysFor({ oneDay }: KindFields, days: Span): Span {
  return oneDay ? { start: days.start, end: days.start } : days
}

/** The first field of a new own day that is still to be filled. */
export function firstEmptyField(fields: KindFields, dated: boolean): string {
  if (!dated) return 'span.start'
  return fields.instead === 'required' ? 'instead' : fields.words
}

export function removeOwnDay(id: string): Command {
  return change({ op: 'remove', path: pathOf({ id }) })
}

/** Sets a field to a text; an empty one clears it. */
export function setField({ path }: OwnDay, field: string, text: string): Command {
  return change(set(`${path}.${field}`, text.trim() || null))
}

/**
 * Sets the first day, or both where a span was typed. Most decisions are about
 * one day, so that the last day follows the first until it is set.
 */
export async function startCommand(day: OwnDay, text: string, near: string | undefined, parser: CalendarParser): Promise<Command> {
  const { path, row, fields } = day
  const start = await parser.date(text, near)
  const span = start || fields.oneDay ? undefined : await parser.span(text, near)
  if (span) return change(set(`${path}.span.start`, span.start), set(`${path}.span.end`, span.end))
  if (!start) return dateCommand(`${path}.span.start`, text, undefined)
  const keepsEnd = !fields.oneDay && (row.end || pendingOf(day, 'span.end'))
  return change(set(`${path}.span.start`, start), ...(keepsEnd ? [] : [set(`${path}.span.end`, start)]))
}

/** Sets the rule, in force from a day on unless it has one; a text that is no rule is kept, and the engine reports it. */
export async function ruleCommand({ path, row }: OwnDay, text: string, since: string | undefined, parser: CalendarParser): Promise<Command> {
  if (!text.trim()) return change(set(`${path}.rule`, null), set(`${path}.valid`, null))
  const { rule = text.trim() } = await parser.rule(text)
  const from = !row.validFrom && since ? [set(`${path}.valid.start`, since)] : []
  return change(set(`${path}.rule`, rule), ...from)
}

/** Makes dates repeat every year by a rule. */
export function repeatByRule(day: OwnDay, rule: string, since: string | undefined): Command {
  return change(...withoutDates(day), set(`${day.path}.rule`, rule), set(`${day.path}.valid.start`, since ?? day.row.start))
}

/** Makes a worked day that of a holiday, every year. */
export function repeatByHoliday(day: OwnDay, holiday: string): Command {
  return change(...withoutDates(day), set(`${day.path}.holiday`, holiday))
}

function withoutDates({ path, row }: OwnDay): Edit[] {
  return [set(`${path}.span`, null), ...(row.instead ? [set(`${path}.instead`, null)] : [])]
}

/** Clears what repeats every year; none where nothing does. */
export function clearRule({ path, row }: OwnDay): Command[] {
  const held = [row.rule && 'rule', (row.validFrom || row.validTo) && 'valid', row.holiday && 'holiday'].filter(Boolean)
  return held.length > 0 ? [change(...held.map((field) => set(`${path}.${field}`, null)))] : []
}

/** The weekdays that are worked, in the order of the week; without any, those of the calendar are. */
export function workWeekCommand(weekdays: readonly string[], worked: readonly string[], day: string, works: boolean): Command {
  const days = weekdays.filter((other) => (other === day ? works : worked.includes(other)))
  return change(set('workWeek', days.length > 0 ? days : null))
}
