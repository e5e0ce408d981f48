// An own day as its row shows it: what is filled in, what is wrong, what may
// be decided.

import { signal } from '@preact/signals'
import type { DayOff, FindingItem, OwnDayRow } from '../../gen/rpc'
import { elementPath, pendingText } from '../../plan/paths'
import { t } from '../../ui/words'
import type { KindFields } from './domain'

export interface OwnDay {
  row: OwnDayRow
  path: string
  /** The fields that its kind has. */
  fields: KindFields
  /** The findings to show, without the remark that a value is illustrative. */
  findings: FindingItem[]
  /** The day off of the calendar that it is about, where it is one day that is worked. */
  holiday?: DayOff
}

export function ownDay(row: OwnDayRow, fields: KindFields, findings: readonly FindingItem[], daysOff: readonly DayOff[]): OwnDay {
  const path = pathOf(row)
  return {
    row,
    path,
    fields,
    findings: findings.filter((item) => item.path.startsWith(path) && item.code !== 'value.illustrative'),
    holiday: fields.repeats === 'holiday' ? daysOff.find(({ date }) => date === row.start) : undefined,
  }
}

export function pathOf({ id }: Pick<OwnDayRow, 'id'>): string {
  return elementPath('ownDays', id)
}

/** What tells an own day apart: its name, or else its reason, or else its kind. */
export function titleOf(row: OwnDayRow): string {
  return row.name || row.reason || row.label || t('noValue')
}

/** What was typed for a field and is not a value yet. */
export function pendingOf({ row, path }: OwnDay, field: string): string | undefined {
  return pendingText(row, `${path}.${field}`)
}

/** The day that a date without a month or a year is read near to; a plan without a year has none. */
export function newYear(year: number): string | undefined {
  return year ? `${year}-01-01` : undefined
}

/** Whether a finding names the field, or a group the field is in. */
export function isInvalid({ findings, path }: OwnDay, field: string): boolean {
  return findings.some((item) => {
    const named = item.path.slice(path.length + 1)
    return named !== '' && (field === named || field.startsWith(`${named}.`))
  })
}

/** Whether somebody made up the value of the field. */
export function isIllustrative({ row, path }: OwnDay, field: string): boolean {
  return row.illustrative?.some((mark) => `${path}.${field}`.startsWith(mark)) ?? false
}

/** Whether it holds what says that it repeats every year. */
function holdsRule({ row }: OwnDay): boolean {
  return Boolean(row.rule || row.holiday || row.validFrom || row.validTo)
}

/** Whether a person chose that it repeats every year, while it holds nothing yet that says so. */
const chosenYearly = signal<Readonly<Record<string, boolean>>>({})

/** Whether it repeats every year. */
export function isYearly(day: OwnDay): boolean {
  return holdsRule(day) || (chosenYearly.value[day.row.id] ?? false)
}

export function chooseYearly({ row }: OwnDay, yearly: boolean) {
  chosenYearly.value = { ...chosenYearly.peek(), [row.id]: yearly }
}

/** Whether it has dates, or what was typed for them. */
export function hasDates(day: OwnDay): boolean {
  const { row } = day
  return [row.start, row.end, pendingOf(day, 'span.start'), pendingOf(day, 'span.end')].some(Boolean)
}

/** Whether its dates are one day. */
export function isOneDay(day: OwnDay): boolean {
  return day.row.start === day.row.end && pendingOf(day, 'span.end') === undefined
}

/** Whether it can be made to repeat every year. */
export function mayRepeat(day: OwnDay): boolean {
  const { fields, holiday, row } = day
  if (fields.repeats === 'rule') return true
  return fields.repeats === 'holiday' && (!hasDates(day) || (holiday !== undefined && row.start === row.end))
}

/** Whether it asks for the day that is rested instead. */
export function asksInstead(day: OwnDay): boolean {
  const { instead } = day.fields
  if (instead === 'required' || (instead === 'optional' && isOneDay(day))) return true
  return Boolean(day.row.instead) || pendingOf(day, 'instead') !== undefined
}
