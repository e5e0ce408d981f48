// The cell the person is at, and the rows around it. It outlives the grid, so
// that one comes back to the same cell.

import { computed, signal } from '@preact/signals'
import type { ActivityRow, View } from '../../gen/rpc'
import * as plan from '../../plan'
import { type Column, columns, nameColumn } from './columns'

export const cursor = signal({ row: 0, column: nameColumn })

/** A path to move the cursor to; the grid does so and clears it. */
export const wanted = signal<{ path: string } | null>(null)

/** Set on a narrow screen, where each row is a card. */
export const narrow = signal(false)

const narrowScreen = matchMedia('(max-width: 40rem)')
narrow.value = narrowScreen.matches
narrowScreen.addEventListener('change', () => {
  narrow.value = narrowScreen.matches
})

/** The height of a row in pixels, which the style sheet fills. */
export const rowHeight = computed(() => (narrow.value ? 148 : 46))

export const visibleColumns = computed(() => (narrow.value ? columns.filter((column) => column.card) : columns))

/** The column the cursor is in. */
export const activeColumn = computed(() => visibleColumns.value[cursor.value.column])

/** The row the cursor is on, when it is in the window. */
export const activeRow = computed(() => rowAt(plan.view.value, cursor.value.row))

/**
 * New activities that the engine has not answered yet. They come after its own,
 * so that one can go on typing.
 */
export const inserting = signal<ActivityRow[]>([])

/** How many activities there are; the row of a new one comes after them. */
export const existing = computed(() => (plan.view.value?.activities?.total ?? 0) + inserting.value.length)

/** How many rows the grid has. */
export const rowCount = computed(() => existing.value + (plan.readOnly.value ? 0 : 1))

/** The row at a position; undefined when it is not in the window. */
export function rowAt(view: View | null, position: number): ActivityRow | undefined {
  const { activities } = view ?? {}
  if (!activities) return undefined
  return activities.rows[position - activities.from] ?? inserting.value[position - activities.total]
}

/** The row at a position, asked of the engine when it is not in the window. */
export async function fetchRow(position: number): Promise<ActivityRow | undefined> {
  const row = rowAt(plan.view.peek(), position)
  if (row || position >= existing.peek()) return row
  return plan.activityAt(position)
}

export function cellID(row: number, column: Column): string {
  return `cell-${row}-${column.id}`
}
