import type { OwnDayKind } from '../../gen/rpc'
import * as plan from '../../plan'
import { newID } from '../../plan/ids'
import { formatDate } from '../../ui/format'
import { daysFor, firstEmptyField, insertOwnDay } from './commands'
import { pathOf } from './ownDay'
import { type Days, picked } from './picking'
import { w } from './words'

/** A button for each kind that adds an own day, with the picked days if forPicked is set. */
export function AddButtons({ kinds, forPicked = false }: { kinds: OwnDayKind[]; forPicked?: boolean }) {
  return (
    <>
      {kinds.map((kind) => (
        <button key={kind.key} type="button" onClick={() => void add(kind, forPicked ? picked.peek() : null)}>
          <span aria-hidden="true">+</span> {kind.label}
        </button>
      ))}
    </>
  )
}

/** Adds an own day and focuses its first empty field. */
async function add(kind: OwnDayKind, days: Days | null) {
  const id = newID()
  if (!(await plan.edit([insertOwnDay(id, kind, days ?? undefined)]))) return
  const truncated = days !== null && daysFor(kind, days).end !== days.end
  const text = w('added', kind.label) + (truncated ? `. ${w('movesOne', formatDate(days.start))}` : '')
  plan.announcement.value = text
  plan.lastStep.value = { text, by: 'edit' }
  const first = firstEmptyField(kind, days !== null)
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLInputElement>(`[data-path="${pathOf({ id })}.${first}"]`)
    field?.scrollIntoView({ block: 'center' })
    field?.focus({ preventScroll: true })
    if (first === 'name') field?.select()
  })
  picked.value = null
}
