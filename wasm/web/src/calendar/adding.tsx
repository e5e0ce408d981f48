// A decision is added in one click: for no day yet, or for the days that were
// picked in the year.

import { signal } from '@preact/signals'
import type { Choice } from '../gen/rpc'
import { newID } from '../plan/ids'
import { session } from '../plan/session'
import { c } from './words'

/** The days that were picked, both ends in, or none. */
export const picked = signal<{ start: string; end: string } | null>(null)

/** Picks a day; with a day picked before, up to is all days between them. */
export function pick(date: string, upTo: boolean) {
  const from = upTo ? picked.peek()?.start : undefined
  picked.value = !from || from === date ? { start: date, end: date } : from < date ? { start: from, end: date } : { start: date, end: from }
}

/** Whether a kind is decided by a document for a reason; the others have a name. */
export function needsReason(kind: string | undefined): boolean {
  return kind === 'day-off' || kind === 'moved-day' || kind === 'work-day'
}

/** Adds a decision, and goes to the first of its fields that is empty. */
async function add({ key, label }: Choice, span: { start: string; end: string } | null) {
  const id = newID()
  const words = needsReason(key) ? {} : { name: label }
  const value = { id, kind: key, ...words, ...(span ? { span } : {}) }
  if (!(await session.edit([{ kind: 'change', edits: [{ op: 'insert', path: 'ownDays', value }] }]))) return
  session.said.value = c('added', label)
  const first = span ? (needsReason(key) ? 'reason' : 'name') : 'span.start'
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLInputElement>(`[data-path="ownDays[${id}].${first}"]`)
    field?.scrollIntoView({ block: 'center' })
    field?.focus({ preventScroll: true })
    if (first === 'name') field?.select()
  })
  picked.value = null
}

/** A button for each kind of decision. */
export function Adding({ kinds, dated = false }: { kinds: Choice[]; dated?: boolean }) {
  return (
    <>
      {kinds.map((kind) => (
        <button key={kind.key} type="button" onClick={() => void add(kind, dated ? picked.peek() : null)}>
          <span aria-hidden="true">+</span> {kind.label}
        </button>
      ))}
    </>
  )
}
