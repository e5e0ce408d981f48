// From a row and what was typed to commands.

import type { ActivityRow, Command } from '../../gen/rpc'
import { change, set } from '../../plan/commands'
import { elementPath } from '../../plan/paths'
import { type Column, pathOf } from './columns'

/** The fields a new activity gets from what was typed first; a date is read and set in a step of its own. */
export function firstFields(column: Column, text: string): Record<string, string> {
  return column.kind === 'date' ? {} : { [column.field!]: text }
}

/** The row that stands for a new activity until the engine answers. */
export function pendingRow(id: string, fields: Record<string, string>): ActivityRow {
  return { id, ...fields, days: 0, planned: '', done: '', state: { key: '', label: '', shape: '', tone: '' } }
}

export function insertActivity(id: string, fields: Record<string, string>): Command {
  return change({ op: 'insert', path: 'activities', value: { id, ...fields } })
}

export function removeActivity(id: string): Command {
  return change({ op: 'remove', path: elementPath('activities', id) })
}

/** Sets the cell of a text or of a choice; an empty text clears it. */
export function setCell(row: ActivityRow, column: Column, text: string): Command {
  return change(set(pathOf(row.id, column), text || null))
}

/** The date that one without a month or a year is read near to. */
export function dateNear(row: ActivityRow, column: Column): string | undefined {
  return column.id === 'end' ? (row.end ?? row.start) : (row.start ?? row.end)
}

/** What is pasted into one cell; undefined for a block of cells, and for a cell that takes no text. */
export function pastedText(text: string, column: Column): string | undefined {
  const typed = text.trim()
  const editable = column.kind === 'text' || column.kind === 'date'
  return editable && typed !== '' && !/[\t\n]/.test(typed) ? typed : undefined
}
