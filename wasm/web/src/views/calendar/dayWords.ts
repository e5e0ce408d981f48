// Describes special days in words.

import type { CalendarView, DayRow } from '../../gen/rpc'
import { type Cell, type Mark, type Month, type Run } from './days'
import { w } from './words'

/** Descriptions of everything special about a day. */
export function wordsOfCell(cell: Cell, mark: Mark, today: string, view: CalendarView): string[] {
  const ends = cell.election && (view.blackouts ?? []).some(({ end }) => end === cell.date)
  const words = [
    cell.date === today && w('today'),
    ...new Set(cell.rows.map((row) => wordsOfRow(row, [row.why], view))),
    mark === 'half' && !cell.rows.some((row) => row.name === w('half')) && w('half'),
    mark === 'off' && cell.rows.length === 0 && w('off'),
    cell.election && w(ends ? 'electionEnds' : 'election'),
    cell.blackout && !ends && w('blackout'),
  ]
  return words.filter((word) => typeof word === 'string')
}

/** The name of a special day. If it would mislead, the reason why the day is worked or not follows. */
function wordsOfRow({ name, date, worked }: DayRow, why: string[], view: CalendarView): string {
  const more = why.filter((words) => words !== name)
  const misleads = worked || view.own.some((row) => row.instead === date && !row.idle)
  return misleads && more.length > 0 ? `${name}: ${more.join(', ')}` : name
}

/** Special days within a month, both ends included. */
interface Special {
  start: string
  end: string
  text: string
}

/** The special days of a month, by date. */
export function specialDays({ month, weeks }: Month, year: number, runs: readonly Run[], view: CalendarView): Special[] {
  const prefix = `${year}-${String(month + 1).padStart(2, '0')}-`
  const first = `${prefix}01`
  const last = weeks.flat().findLast((cell) => cell)!.date
  const items: Special[] = runs
    .filter((run) => run.start <= last && run.end >= first)
    .map((run) => ({
      start: run.start < first ? first : run.start,
      end: run.end > last ? last : run.end,
      text: wordsOfRow(run.row, run.why, view),
    }))
  for (const { start, end, election } of view.blackouts ?? []) {
    const dates = [
      [start, w('blackoutStarts')],
      [end, w(end === election ? 'electionEnds' : 'blackoutEnds')],
      [election, w(end === election ? 'electionEnds' : 'election')],
    ] as const
    for (const [date, text] of dates) if (date.startsWith(prefix)) items.push({ start: date, end: date, text })
  }
  items.sort((a, b) => a.start.localeCompare(b.start))
  return [...new Map(items.map((item) => [item.start + item.end + item.text, item])).values()]
}
