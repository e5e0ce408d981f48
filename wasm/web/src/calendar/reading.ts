// What a person types for several fields at once, read by the engine.

import type { Edit, Pending } from '../gen/types'
import type { Parser } from '../plan'

const between = /^(?:del?\s+|from\s+)?(.+?)(?:\s+(?:al?|hasta|to|until|through|-)\s+|\s*[–—]\s*|-(?=\d{1,2}\s+\D))(.+)$/i

/** Both ends of "13 al 15 de mayo" or "May 13 to 15"; a half that is a number alone has the month of the other. */
export async function readSpan(read: Parser, text: string, near?: string): Promise<{ start: string; end: string } | undefined> {
  const [, first = '', last = ''] = between.exec(text.trim()) ?? []
  if (!first) return undefined
  const number = /\d{1,2}/
  const alone = /^\d{1,2}$/
  const from = alone.test(first) ? last.replace(number, first) : first
  const to = alone.test(last) ? first.replace(number, last) : last
  const end = await read.date(to, near)
  const start = await read.date(from, end ?? near)
  return start && end ? { start, end } : undefined
}

/** The fields of a decision in the order of the columns, as a sheet has them. */
export const columns = (words: 'name' | 'reason') => ['span.start', 'span.end', words, 'document'] as const

/** What a line of cells sets, from a column on; a date that is none is kept as typed. */
export async function readLine(
  read: Parser,
  path: string,
  fields: readonly string[],
  cells: string[],
  near?: string,
): Promise<{ edits: Edit[]; pending: Pending[] }> {
  const edits: Edit[] = []
  const pending: Pending[] = []
  const filled = new Set<string>()
  let close = near
  const put = (field: string, value: string | null) => {
    edits.push({ op: 'set', path: `${path}.${field}`, value })
    filled.add(field)
  }
  for (const [i, field] of fields.entries()) {
    const text = cells[i]?.trim()
    if (text === undefined || (text === '' && filled.has(field))) continue
    if (!field.startsWith('span.') || text === '') {
      put(field, text || null)
      continue
    }
    const date = await read.date(text, close)
    const span = date || field !== 'span.start' ? undefined : await readSpan(read, text, close)
    if (span) {
      put('span.start', span.start)
      put('span.end', span.end)
    } else if (date) {
      put(field, date)
      if (field === 'span.start' && !cells[1]?.trim()) put('span.end', date)
      close = date
    } else {
      pending.push({ path: `${path}.${field}`, text })
    }
  }
  return { edits, pending }
}
