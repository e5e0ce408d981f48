// Pastes cells of a spreadsheet into own days.

import type { Command, Edit, Pending } from '../../gen/rpc'
import { set } from '../../plan/commands'
import type { CalendarParser, KindFields } from './domain'
import { type OwnDay, pathOf } from './ownDay'

/** The fields in column order. */
const columnsOf = (fields: KindFields) => ['span.start', 'span.end', fields.words, 'document'] as const

/** The column of a field, or -1. Name and reason share a column. */
export function columnOf(fields: KindFields, field: string): number {
  const words = field === 'name' || field === 'reason'
  return columnsOf(fields).findIndex((column) => column === (words ? fields.words : field))
}

/** Fills an own day from a field on. Each further line inserts another own day of the same kind. */
export async function pasteCommand(
  { path, row, fields }: OwnDay,
  field: string,
  lines: string[][],
  near: string | undefined,
  parser: CalendarParser,
  newID: () => string,
): Promise<Command> {
  const into = columnsOf(fields).slice(columnOf(fields, field))
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

/** The edits for one line. A text that is not a date is kept as pending. */
async function readLine(
  parser: CalendarParser,
  path: string,
  fields: readonly string[],
  cells: string[],
  near?: string,
): Promise<{ edits: Edit[]; pending: Pending[] }> {
  const edits: Edit[] = []
  const pending: Pending[] = []
  const filled = new Set<string>()
  let close = near
  const put = (field: string, value: string | null | undefined) => {
    edits.push(set(`${path}.${field}`, value))
    filled.add(field)
  }
  for (const [i, field] of fields.entries()) {
    const text = cells[i]?.trim()
    if (text === undefined || (text === '' && filled.has(field))) continue
    if (!field.startsWith('span.') || text === '') {
      put(field, text || null)
      continue
    }
    const date = await parser.date(text, close)
    const span = date || field !== 'span.start' ? undefined : await parser.span(text, close)
    if (span) {
      put('span.start', span.start)
      put('span.end', span.end)
    } else if (date) {
      put(field, date)
      if (field === 'span.start' && !cells[i + 1]?.trim()) put('span.end', date)
      close = date
    } else {
      pending.push({ path: `${path}.${field}`, text })
    }
  }
  return { edits, pending }
}
