// A decision is added in one click: for no day yet, or for the days that were
// picked in the year.

import { signal } from '@preact/signals'
import { formatDate } from '../format'
import type { Choice } from '../gen/rpc'
import { newID } from '../plan/ids'
import * as plan from '../plan'
import { c } from './words'

/** The days that were picked, both ends in, or none. */
export const picked = signal<{ start: string; end: string } | null>(null)

/** Whether the next day that is picked is the other end. */
export const extending = signal(false)

/** Picks a day; with a day picked before, up to is all days between them. */
export function pick(date: string, upTo: boolean) {
  const from = upTo || extending.peek() ? picked.peek()?.start : undefined
  picked.value = between(from ?? date, date)
  extending.value = false
  plan.lastStep.value = null
}

/** Picks by dragging from a day over others; a finger scrolls instead. */
export function drag(from: string) {
  let moved = false
  const over = ({ target, buttons }: PointerEvent) => {
    const to = (target as Element).closest<HTMLElement>('.day[data-date]')?.dataset.date
    if (buttons === 0) return end()
    if (!to) return
    moved ||= to !== from
    if (!moved) return
    plan.lastStep.value = null
    picked.value = between(from, to)
  }
  const end = () => {
    removeEventListener('pointerover', over)
    removeEventListener('pointerup', end)
  }
  addEventListener('pointerover', over)
  addEventListener('pointerup', end)
}

function between(a: string, b: string) {
  return a < b ? { start: a, end: b } : { start: b, end: a }
}

/** Whether a kind is decided by a document for a reason; the others have a name. */
export function needsReason(kind: string | undefined): boolean {
  return kind === 'day-off' || kind === 'moved-day' || kind === 'work-day'
}

/** Adds a decision, and goes to the first of its fields that is empty. What is moved is one day: of several, the first. */
async function add({ key, label }: Choice, days: { start: string; end: string } | null) {
  const id = newID()
  const one = key === 'moved-day' && days !== null && days.start !== days.end
  const span = one ? { start: days.start, end: days.start } : days
  const words = needsReason(key) ? {} : { name: label }
  const value = { id, kind: key, ...words, ...(span ? { span } : {}) }
  if (!(await plan.edit([{ kind: 'change', edits: [{ op: 'insert', path: 'ownDays', value }] }]))) return
  const added = c('added', label) + (one ? `. ${c('movesOne', formatDate(days.start))}` : '')
  plan.announcement.value = added
  plan.lastStep.value = { text: added, by: 'edit' }
  const first = !span ? 'span.start' : key === 'moved-day' ? 'instead' : needsReason(key) ? 'reason' : 'name'
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
