// Cells of a spreadsheet into own days.

import type { Command, Edit, Pending } from '../../gen/rpc'
import { set } from '../../plan/commands'
import type { CalendarParser, KindFields } from './domain'
import { type OwnDay, pathOf } from './ownDay'

/** The fields in the order of the columns. */
const columnsOf = (fields: KindFields) => ['span.start', 'span.end', fields.words, 'document'] as const

/** The column of a field, or -1. A name and a reason share one, whichever the kind is described by. */
export function columnOf(fields: KindFields, field: string): number {
  const words = field === 'name' || field === 'reason'
  return columnsOf(fields).findIndex((column) => column === (words ? fields.words : field))
}

/** Fills the fields of an own day from one on; each line more is another of the same kind. */
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

/** What one line sets; what is not a date is kept as typed. */
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
