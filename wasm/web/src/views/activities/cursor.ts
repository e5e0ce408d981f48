// The state of the grid: the active cell and the rows. It outlives the component,
// so that a person returns to the same cell.

import { computed, signal } from '@preact/signals'
import type { ActivityRow, View } from '../../gen/rpc'
import * as plan from '../../plan'
import { type Column, columns, nameColumn } from './columns'

export const cursor = signal({ row: 0, column: nameColumn })

/** The path that the grid should move to. The grid resets it. */
export const wanted = signal<{ path: string } | null>(null)

/** Whether the screen is narrow, so that each row is laid out as a card. */
export const narrow = signal(false)

const narrowScreen = matchMedia('(max-width: 40rem)')
narrow.value = narrowScreen.matches
narrowScreen.addEventListener('change', () => {
  narrow.value = narrowScreen.matches
})

/** The height of a row, in pixels. */
export const rowHeight = computed(() => (narrow.value ? 148 : 46))

export const visibleColumns = computed(() => (narrow.value ? columns.filter((column) => column.card) : columns))

/** The column the cursor is in. */
export const activeColumn = computed(() => visibleColumns.value[cursor.value.column])

/** The row of the cursor, or undefined if it is outside the window. */
export const activeRow = computed(() => rowAt(plan.view.value, cursor.value.row))

/**
 * New activities that the engine has not confirmed yet. They are listed after the
 * others, so that a person can keep typing.
 */
export const inserting = signal<ActivityRow[]>([])

/** The number of activities, including unconfirmed ones. */
export const existing = computed(() => (plan.view.value?.activities?.total ?? 0) + inserting.value.length)

/** The number of rows of the grid. The last one is for a new activity, unless the plan is read-only. */
export const rowCount = computed(() => existing.value + (plan.readOnly.value ? 0 : 1))

/** The row at a position, or undefined if it is outside the window. */
export function rowAt(view: View | null, position: number): ActivityRow | undefined {
  const { activities } = view ?? {}
  if (!activities) return undefined
  return activities.rows[position - activities.from] ?? inserting.value[position - activities.total]
}

/** The row at a position, fetched from the engine if it is outside the window. */
export async function fetchRow(position: number): Promise<ActivityRow | undefined> {
  const row = rowAt(plan.view.peek(), position)
  if (row || position >= existing.peek()) return row
  return plan.activityAt(position)
}

export function cellID(row: number, column: Column): string {
  return `cell-${row}-${column.id}`
}
