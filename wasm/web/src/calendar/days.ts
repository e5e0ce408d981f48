// Days as they are laid out on a page: months of cells, and runs of days that
// are told as one. What a day is the engine says.

import type { BlackoutRow, CalendarView, DayRow } from '../gen/rpc'

const day = 86_400_000

const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10)

/** The weekday of a date, counted from Monday as zero. */
export function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7
}

/** Days on end of which the same is told. */
export interface Run {
  start: string
  end: string
  row: DayRow
  /** How the days count, each way once. */
  why: string[]
}

/** The days out of the ordinary, those of one name on end as one. */
export function runs(days: DayRow[]): Run[] {
  const list: Run[] = []
  const last = new Map<string, Run>()
  for (const row of days) {
    const key = [row.name, row.kind, row.basis, row.status].join('\n')
    const run = last.get(key)
    if (run && iso(Date.parse(run.end) + day) === row.date) {
      run.end = row.date
      if (!run.why.includes(row.why)) run.why.push(row.why)
    } else if (run?.end !== row.date) {
      const begun = { start: row.date, end: row.date, row, why: [row.why] }
      last.set(key, begun)
      list.push(begun)
    }
  }
  return list
}

/** A day as its cell shows it. */
export interface Cell {
  date: string
  /** The letter of CalendarView.marks. */
  mark: string
  rows: DayRow[]
  blackout: boolean
  /** The blackouts that end on election day end on it. */
  election: boolean
}

export interface Month {
  /** Counted from zero. */
  month: number
  businessDays: number
  /** Whole weeks from Monday on; undefined lies in another month. */
  weeks: (Cell | undefined)[][]
}

/** The months of a year; none where the plan has no calendar. */
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
        blackout: blackouts.some((b) => within(b, date)),
        election: blackouts.some((b) => b.end === date),
      })
    }
    while (cells.length % 7) cells.push(undefined)
    return { month, businessDays, weeks: Array.from({ length: cells.length / 7 }, (_, i) => cells.slice(i * 7, i * 7 + 7)) }
  })
}

function within(blackout: BlackoutRow, date: string): boolean {
  return blackout.start <= date && date <= blackout.end
}
