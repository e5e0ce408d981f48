// Commands for a row and a typed text, as pure functions.

import type { ActivityRow, Command } from '../../gen/rpc'
import { change, set } from '../../plan/commands'
import { elementPath } from '../../plan/paths'
import { type Column, pathOf } from './columns'

/** The initial fields of an activity that is created by typing in a column. A date is parsed and set in a second step. */
export function firstFields(column: Column, text: string): Record<string, string> {
  return column.kind === 'date' ? {} : { [column.field!]: text }
}

/** The row that is shown for a new activity until the engine confirms it. */
export function pendingRow(id: string, fields: Record<string, string>): ActivityRow {
  return { id, ...fields, days: 0, planned: '', done: '', state: { key: '', label: '', shape: '', tone: '' } }
}

export function insertActivity(id: string, fields: Record<string, string>): Command {
  return change({ op: 'insert', path: 'activities', value: { id, ...fields } })
}

export function removeActivity(id: string): Command {
  return change({ op: 'remove', path: elementPath('activities', id) })
}

/** Sets a text or a choice; an empty text clears it. */
export function setCell(row: ActivityRow, column: Column, text: string): Command {
  return change(set(pathOf(row.id, column), text || null))
}

/** The date that completes a typed date without a month or a year. */
export function dateNear(row: ActivityRow, column: Column): string | undefined {
  return column.id === 'end' ? (row.end ?? row.start) : (row.start ?? row.end)
}

/** The text to paste into a cell. Returns undefined for a block of cells, and if the column takes no text. */
export function pastedText(text: string, column: Column): string | undefined {
  const typed = text.trim()
  const editable = column.kind === 'text' || column.kind === 'date'
  return editable && typed !== '' && !/[\t\n]/.test(typed) ? typed : undefined
}
