// Arranges the days that the engine returns: months of cells, and runs of days.

import type { CalendarView, DayRow } from '../../gen/rpc'

const day = 86_400_000

const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10)

/** The weekday of a date; Monday is 0. */
export function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7
}

/** The day of the month, 1 to 31. */
export function dayOfMonth(date: string): number {
  return Number(date.slice(8))
}

/** Consecutive days with the same description, both ends included. */
export interface Run {
  start: string
  end: string
  row: DayRow
  /** Why the days are worked or not, without duplicates. */
  why: string[]
}

/** Groups special days into runs. */
export function runsOf(days: readonly DayRow[]): Run[] {
  const list: Run[] = []
  const last = new Map<string, Run>()
  for (const row of days) {
    const key = [row.name, row.kind, row.basis, row.status].join('\n')
    const run = last.get(key)
    if (run && iso(Date.parse(run.end) + day) === row.date) {
      run.end = row.date
      if (!run.why.includes(row.why)) run.why.push(row.why)
    } else if (run?.end !== row.date) {
      const newRun = { start: row.date, end: row.date, row, why: [row.why] }
      last.set(key, newRun)
      list.push(newRun)
    }
  }
  return list
}

/** A day in the table of its month. */
export interface Cell {
  date: string
  /** The letter of CalendarView.marks. */
  mark: string
  rows: DayRow[]
  blackout: boolean
  election: boolean
}

export interface Month {
  /** Counted from zero. */
  month: number
  businessDays: number
  /** Weeks of seven cells from Monday; undefined is a day of another month. */
  weeks: (Cell | undefined)[][]
}

/** The months of a year, or none if the plan has no calendar. */
export function monthsOf(year: number, view: CalendarView): Month[] {
  if (!view.marks) return []
  const rows = new Map<string, DayRow[]>()
  for (const row of view.days) rows.set(row.date, [...(rows.get(row.date) ?? []), row])
  const blackouts = view.blackouts ?? []
  return view.businessDays.map((businessDays, month) => {
    const first = Date.UTC(year, month, 1)
    const offset = Math.round((first - Date.UTC(year, 0, 1)) / day)
    const length = Math.round((Date.UTC(year, month + 1, 1) - first) / day)
    const cells: (Cell | undefined)[] = Array.from({ length: weekdayOf(iso(first)) })
    for (let i = 0; i < length; i++) {
      const date = iso(first + i * day)
      cells.push({
        date,
        mark: view.marks[offset + i] ?? '',
        rows: rows.get(date) ?? [],
        blackout: blackouts.some(({ start, end }) => start <= date && date <= end),
        election: blackouts.some(({ election }) => election === date),
      })
    }
    while (cells.length % 7) cells.push(undefined)
    return { month, businessDays, weeks: Array.from({ length: cells.length / 7 }, (_, i) => cells.slice(i * 7, i * 7 + 7)) }
  })
}

export type Mark = 'worked' | 'half' | 'rest' | 'off' | 'opened'

/** The look of a cell. A day that is worked despite the week or a rule is "opened". */
export function markOf({ mark, rows }: Cell): Mark {
  switch (mark) {
    case 'h':
      return 'half'
    case 'o':
      return 'off'
    case 'x':
      return 'opened'
    case 'r':
      return rows.length > 0 ? 'off' : 'rest'
    default:
      return rows.some((row) => row.worked) ? 'opened' : 'worked'
  }
}
