// The columns of the activities: what each shows, and how it is edited.

import { formatDate, formatNumber, typedDate } from '../format'
import type { ActivityRow, View } from '../gen/rpc'
import type { Word } from '../words'

export type Kind = 'text' | 'date' | 'choice' | 'computed'

export interface Column {
  id: string
  word: Word
  kind: Kind
  /** The field of the activity, as in "span.start"; computed columns name none. */
  field?: string
  /** Shown on a narrow screen, where a row is a card. */
  card?: boolean
  /** What the cell shows. */
  text(row: ActivityRow, view: View): string
  /** What the cell holds while it is edited. */
  typed?(row: ActivityRow): string
  /** What may be chosen, for a choice. */
  choices?(view: View): { key: string; label: string }[]
}

export const columns: Column[] = [
  {
    id: 'key',
    word: 'key',
    kind: 'text',
    field: 'key',
    card: true,
    text: (row) => row.key ?? '',
  },
  {
    id: 'name',
    word: 'activity',
    kind: 'text',
    field: 'name',
    card: true,
    text: (row) => row.name ?? '',
  },
  {
    id: 'start',
    word: 'startDate',
    kind: 'date',
    field: 'span.start',
    card: true,
    text: (row) => formatDate(row.start),
    typed: (row) => typedDate(row.start),
  },
  {
    id: 'end',
    word: 'endDate',
    kind: 'date',
    field: 'span.end',
    card: true,
    text: (row) => formatDate(row.end),
    typed: (row) => typedDate(row.end),
  },
  {
    id: 'days',
    word: 'days',
    kind: 'computed',
    text: (row) => (row.days ? formatNumber(row.days) : ''),
  },
  {
    id: 'period',
    word: 'period',
    kind: 'choice',
    field: 'period',
    text: (row, view) => view.periods?.find((period) => period.id === row.period)?.name ?? '',
    typed: (row) => row.period ?? '',
    choices: (view) => (view.periods ?? []).map((period) => ({ key: period.id, label: period.name ?? '' })),
  },
  {
    id: 'responsible',
    word: 'responsible',
    kind: 'choice',
    field: 'responsible',
    card: true,
    text: (row) => row.responsible?.label ?? '',
    typed: (row) => row.responsible?.key ?? '',
    choices: (view) => view.posts ?? [],
  },
  {
    id: 'unit',
    word: 'unit',
    kind: 'text',
    field: 'unit',
    text: (row) => row.unit ?? '',
  },
  {
    id: 'planned',
    word: 'planned',
    kind: 'computed',
    text: (row) => formatNumber(row.planned),
  },
  {
    id: 'done',
    word: 'done',
    kind: 'computed',
    text: (row) => formatNumber(row.done),
  },
  {
    id: 'state',
    word: 'state',
    kind: 'computed',
    card: true,
    text: (row) => row.state.label,
  },
]

export function pathOf(id: string, column: Column): string {
  return `activities[${id}].${column.field}`
}

/** What was typed for the cell and is not a value yet. */
export function pendingOf(row: ActivityRow, column: Column): string | undefined {
  if (!column.field) return undefined
  const path = pathOf(row.id, column)
  return row.pending?.find((pending) => pending.path === path)?.text
}

export function isIllustrative(row: ActivityRow, column: Column): boolean {
  if (!row.illustrative) return false
  const field = column.field ?? (column.id === 'planned' ? 'targets' : '')
  return field !== '' && row.illustrative.some((path) => path.slice(path.indexOf(']') + 2).startsWith(field))
}

/** What the cell holds while it is edited. */
export function typedOf(row: ActivityRow | undefined, column: Column, view: View): string {
  if (!row) return ''
  return pendingOf(row, column) ?? (column.typed ? column.typed(row) : column.text(row, view))
}
