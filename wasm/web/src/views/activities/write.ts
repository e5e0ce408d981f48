import type { ActivityRow } from '../../gen/rpc'
import * as plan from '../../plan'
import { newID } from '../../plan/ids'
import { type Column, pathOf } from './columns'
import { dateNear, firstFields, insertActivity, pendingRow, setCell } from './commands'
import { inserting } from './cursor'

/** Writes a text into a cell. Without a row it inserts a new activity. */
export function write(row: ActivityRow | undefined, column: Column, text: string) {
  if (row) set(row, column, text)
  else if (text.trim() !== '') insert(column, text)
}

function insert(column: Column, text: string) {
  const id = newID()
  const fields = firstFields(column, text)
  const row = pendingRow(id, fields)
  inserting.value = [...inserting.peek(), row]
  void plan.edit([insertActivity(id, fields)]).then(() => {
    inserting.value = inserting.peek().filter((other) => other !== row)
  })
  if (column.kind === 'date') set(row, column, text)
}

function set(row: ActivityRow, column: Column, text: string) {
  if (column.kind === 'date') void plan.setDate(pathOf(row.id, column), text, dateNear(row, column))
  else void plan.edit([setCell(row, column, text)])
}
