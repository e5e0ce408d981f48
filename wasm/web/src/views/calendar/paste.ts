// Pastes cells of a spreadsheet into own days.

import type { Command, Edit, OwnDayKind, Pending } from '../../gen/rpc'
import type { Parser } from '../../plan'
import { set } from '../../plan/commands'
import { type OwnDay, pathOf, wordsOf } from './ownDay'

/** The fields in column order. */
const columnsOf = (kind: OwnDayKind) => ['span.start', 'span.end', wordsOf(kind), 'document'] as const

/** The column of a field, or -1. Name and reason share a column. */
export function columnOf(kind: OwnDayKind, field: string): number {
  const words = field === 'name' || field === 'reason'
  return columnsOf(kind).findIndex((column) => column === (words ? wordsOf(kind) : field))
}

/** Fills an own day, beginning with a field. Each further line inserts another own day of the same kind. */
export async function pasteCommand(
  { path, row, kind }: OwnDay,
  field: string,
  lines: string[][],
  near: string | undefined,
  parser: Parser,
  newID: () => string,
): Promise<Command> {
  const into = columnsOf(kind).slice(columnOf(kind, field))
  const { edits, pending } = await readLine(parser, path, into, lines[0]!, near)
  for (const cells of lines.slice(1)) {
    if (cells.every((cell) => cell.trim() === '')) continue
    const id = newID()
    edits.push({ op: 'insert', path: 'ownDays', value: { id, kind: row.kind } })
    const line = await readLine(parser, pathOf({ id }), into, cells, near)
    edits.push(...line.edits)
    pending.push(...line.pending)
  }
  return { kind: 'change', edits, pending }
}

/** The edits for one line. A text that is not a date is stored as pending. */
async function readLine(
  parser: Parser,
  path: string,
  fields: readonly string[],
  cells: string[],
  near?: string,
): Promise<{ edits: Edit[]; pending: Pending[] }> {
  const edits: Edit[] = []
  const pending: Pending[] = []
  const filled = new Set<string>()
  let reference = near
  const addPending = (field: string, text: string) => pending.push({ path: `${path}.${field}`, text })
  const addEdit = (field: string, value: string | null | undefined) => {
    edits.push(set(`${path}.${field}`, value))
    filled.add(field)
  }
  for (const [i, field] of fields.entries()) {
    const text = cells[i]?.trim()
    if (text === undefined || (text === '' && filled.has(field))) continue
    if (field === 'span.start' && text !== '') {
      const { start, end } = await parser.span(text, reference)
      if (start) addEdit(field, start)
      else addPending(field, text)
      // The next cell has the last day, unless both were typed in this one.
      if (start && (start !== end || !cells[i + 1]?.trim())) addEdit('span.end', end)
      reference = end ?? reference
    } else if (field === 'span.end' && text !== '') {
      const { date } = await parser.date(text, reference)
      if (date) addEdit(field, date)
      else addPending(field, text)
    } else {
      addEdit(field, text || null)
    }
  }
  return { edits, pending }
}
