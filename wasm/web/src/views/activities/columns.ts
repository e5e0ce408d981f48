// The columns of the grid: what they show and how they are edited.

import type { ActivityRow, View } from '../../gen/rpc'
import { elementPath, pendingText } from '../../plan/paths'
import { formatDate, formatNumber, typedDate } from '../../ui/format'
import type { words } from './words'

export type Kind = 'text' | 'date' | 'choice' | 'computed'

export interface Column {
  /** The key of the heading in words.ts, and the class of the cells. */
  id: keyof typeof words
  kind: Kind
  /** The field of the activity, such as "span.start". Computed columns have none. */
  field?: string
  /** Set if narrow screens show the column. */
  card?: boolean
  /** The text of the cell. */
  text(row: ActivityRow, view: View): string
  /** The text when an edit starts, if it differs from the text of the cell. */
  typed?(row: ActivityRow): string
  /** The options of a choice. */
  choices?(view: View): { key: string; label: string }[]
}

export const columns: readonly Column[] = [
  { id: 'key', kind: 'text', field: 'key', card: true, text: (row) => row.key ?? '' },
  { id: 'name', kind: 'text', field: 'name', card: true, text: (row) => row.name ?? '' },
  {
    id: 'start',
    kind: 'date',
    field: 'span.start',
    card: true,
    text: (row) => formatDate(row.start),
    typed: (row) => typedDate(row.start),
  },
  {
    id: 'end',
    kind: 'date',
    field: 'span.end',
    card: true,
    text: (row) => formatDate(row.end),
    typed: (row) => typedDate(row.end),
  },
  { id: 'days', kind: 'computed', text: (row) => (row.days ? formatNumber(row.days) : '') },
  {
    id: 'period',
    kind: 'choice',
    field: 'period',
    text: (row, view) => view.periods?.find((period) => period.id === row.period)?.name ?? '',
    typed: (row) => row.period ?? '',
    choices: (view) => (view.periods ?? []).map((period) => ({ key: period.id, label: period.name ?? '' })),
  },
  {
    id: 'responsible',
    kind: 'choice',
    field: 'responsible',
    card: true,
    text: (row) => row.responsible?.label ?? '',
    typed: (row) => row.responsible?.key ?? '',
    choices: (view) => view.posts ?? [],
  },
  { id: 'unit', kind: 'text', field: 'unit', text: (row) => row.unit ?? '' },
  { id: 'planned', kind: 'computed', text: (row) => formatNumber(row.planned) + percentOf(row) },
  { id: 'done', kind: 'computed', text: (row) => formatNumber(row.done) + percentOf(row) },
  { id: 'state', kind: 'computed', card: true, text: (row) => row.state.label },
]

/** A percent sign after quantities that are percentages. */
function percentOf(row: ActivityRow): string {
  return row.inPercent ? '\u00a0%' : ''
}

/** The position of the name, the same on narrow screens. */
export const nameColumn = columns.findIndex(({ id }) => id === 'name')

/** The path of a cell. */
export function pathOf(id: string, column: Column): string {
  return `${elementPath('activities', id)}.${column.field}`
}

/** The text that was typed in a cell and is not a valid value. */
export function pendingOf(row: ActivityRow, column: Column): string | undefined {
  return column.field ? pendingText(row, pathOf(row.id, column)) : undefined
}

/** Reports whether the value of a cell is illustrative. */
export function isIllustrative(row: ActivityRow, column: Column): boolean {
  const field = column.field ?? (column.id === 'planned' ? 'targets' : undefined)
  if (!field || !row.illustrative) return false
  const path = `${elementPath('activities', row.id)}.${field}`
  return row.illustrative.some((mark) => mark.startsWith(path))
}

/** The text of a cell when an edit starts. */
export function typedOf(row: ActivityRow | undefined, column: Column, view: View): string {
  if (!row) return ''
  return pendingOf(row, column) ?? (column.typed ? column.typed(row) : column.text(row, view))
}
