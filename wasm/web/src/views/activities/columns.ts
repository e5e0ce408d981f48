// The columns of the activities: what each shows, and how it is edited.

import type { ActivityRow, View } from '../../gen/rpc'
import { elementPath, pendingText } from '../../plan/paths'
import { formatDate, formatNumber, typedDate } from '../../ui/format'
import type { words } from './words'

export type Kind = 'text' | 'date' | 'choice' | 'computed'

export interface Column {
  /** Names the column in words.ts and in the style sheet. */
  id: keyof typeof words
  kind: Kind
  /** The field of the activity, as in "span.start"; computed columns name none. */
  field?: string
  /** Shown on a narrow screen, where a row is a card. */
  card?: boolean
  /** What the cell shows. */
  text(row: ActivityRow, view: View): string
  /** What the field holds when an edit begins, where that is not the text. */
  typed?(row: ActivityRow): string
  /** What may be chosen, for a choice. */
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
  { id: 'planned', kind: 'computed', text: (row) => formatNumber(row.planned) },
  { id: 'done', kind: 'computed', text: (row) => formatNumber(row.done) },
  { id: 'state', kind: 'computed', card: true, text: (row) => row.state.label },
]

/** The position of the name, which every layout has in the same place. */
export const nameColumn = columns.findIndex(({ id }) => id === 'name')

/** The path of the field a column shows of an activity. */
export function pathOf(id: string, column: Column): string {
  return `${elementPath('activities', id)}.${column.field}`
}

/** What was typed for the cell and is not a value yet. */
export function pendingOf(row: ActivityRow, column: Column): string | undefined {
  return column.field ? pendingText(row, pathOf(row.id, column)) : undefined
}

/** Whether somebody made up the value of the cell. */
export function isIllustrative(row: ActivityRow, column: Column): boolean {
  const field = column.field ?? (column.id === 'planned' ? 'targets' : undefined)
  if (!field || !row.illustrative) return false
  const path = `${elementPath('activities', row.id)}.${field}`
  return row.illustrative.some((mark) => mark.startsWith(path))
}

/** What the field of the cell holds when an edit begins. */
export function typedOf(row: ActivityRow | undefined, column: Column, view: View): string {
  if (!row) return ''
  return pendingOf(row, column) ?? (column.typed ? column.typed(row) : column.text(row, view))
}
