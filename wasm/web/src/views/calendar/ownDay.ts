// An own day with the data that its row shows, and pure functions on it.

import { signal } from '@preact/signals'
import type { DayOff, FindingItem, OwnDayKind, OwnDayRow } from '../../gen/rpc'
import { elementPath, pendingText } from '../../plan/paths'
import { findingsOn } from '../../ui/findings'
import { t } from '../../ui/words'

export interface OwnDay {
  row: OwnDayRow
  path: string
  /** Its kind, which determines its fields; one with an empty key if it is missing or unknown. */
  kind: OwnDayKind
  /** Its findings, without the one that a value is illustrative. */
  findings: FindingItem[]
  /** The holiday on its first day, if the kind has the holiday worked. */
  holiday?: DayOff
}

export function ownDay(
  row: OwnDayRow,
  kinds: readonly OwnDayKind[],
  findings: readonly FindingItem[],
  daysOff: readonly DayOff[],
): OwnDay {
  const path = pathOf(row)
  const kind = kinds.find(({ key }) => key === row.kind) ?? { key: '', label: '' }
  return {
    row,
    path,
    kind,
    findings: findingsOn(path, findings, row).filter((item) => item.code !== 'value.illustrative'),
    holiday: kind.takesHoliday ? daysOff.find(({ date }) => date === row.start) : undefined,
  }
}

export function pathOf({ id }: Pick<OwnDayRow, 'id'>): string {
  return elementPath('ownDays', id)
}

/** The field in which a kind describes its days. */
export function wordsOf({ needsReason }: OwnDayKind): 'name' | 'reason' {
  return needsReason ? 'reason' : 'name'
}

/** The display name: its name, else its reason, else its kind. */
export function titleOf(row: OwnDayRow): string {
  return row.name || row.reason || row.label || t('noValue')
}

/** The text that was typed in a field and is not a valid value. */
export function pendingOf({ row, path }: OwnDay, field: string): string | undefined {
  return pendingText(row, `${path}.${field}`)
}

/** The date that completes a typed date without a year, or undefined if the plan has no year. */
export function newYear(year: number): string | undefined {
  return year ? `${year}-01-01` : undefined
}

/** Reports whether a finding is about a field or about a group that contains it. */
export function isInvalid({ findings, path }: OwnDay, field: string): boolean {
  return findings.some((item) => {
    const named = item.path.slice(path.length + 1)
    return named !== '' && (field === named || field.startsWith(`${named}.`))
  })
}

/** Reports whether the value of a field is illustrative. */
export function isIllustrative({ row, path }: OwnDay, field: string): boolean {
  return row.illustrative?.some((mark) => `${path}.${field}`.startsWith(mark)) ?? false
}

/** Reports whether it has a yearly rule, or part of one. */
function hasRule({ row }: OwnDay): boolean {
  return Boolean(row.rule || row.holiday || row.validFrom || row.validTo)
}

/** Whether a person switched an own day to a yearly rule or back, by id, while its fields do not show it yet. */
const chosenYearly = signal<Readonly<Record<string, boolean>>>({})

/** Reports whether it repeats every year. */
export function isYearly(day: OwnDay): boolean {
  return hasRule(day) || (chosenYearly.value[day.row.id] ?? false)
}

export function chooseYearly({ row }: OwnDay, yearly: boolean) {
  chosenYearly.value = { ...chosenYearly.peek(), [row.id]: yearly }
}

/** Reports whether it has dates, valid or not. */
export function hasDates(day: OwnDay): boolean {
  const { row } = day
  return [row.start, row.end, pendingOf(day, 'span.start'), pendingOf(day, 'span.end')].some(Boolean)
}

/** Reports whether its dates are a single day. */
export function isOneDay(day: OwnDay): boolean {
  return day.row.start === day.row.end && pendingOf(day, 'span.end') === undefined
}

/** Reports whether it can repeat every year. */
export function mayRepeat(day: OwnDay): boolean {
  const { kind, holiday, row } = day
  if (!kind.takesHoliday) return kind.takesRule ?? false
  return !hasDates(day) || (holiday !== undefined && row.start === row.end)
}

/** Reports whether it has a field for the day off in exchange. */
export function hasInstead(day: OwnDay): boolean {
  const { needsInstead, takesInstead } = day.kind
  if (needsInstead || (takesInstead && isOneDay(day))) return true
  return Boolean(day.row.instead) || pendingOf(day, 'instead') !== undefined
}
