// Keyboard shortcuts of all views.

import * as plan from '../plan'
import { printDocument } from '../views/report/print'

/** The index of the finding that F8 went to last. */
let lastFinding = -1

/** Starts listening. Returns a function that stops it. */
export function listenForShortcuts(): () => void {
  addEventListener('keydown', press)
  return () => removeEventListener('keydown', press)
}

function press(event: KeyboardEvent) {
  const typing = event.target instanceof HTMLElement && event.target.closest('input, select, textarea')
  const ctrl = (event.ctrlKey || event.metaKey) && !event.altKey
  const letter = event.key.toLowerCase()
  if (event.key === 'F8') {
    goToFinding(event.shiftKey ? -1 : 1)
  } else if (ctrl && letter === 'z' && !typing) {
    void (event.shiftKey ? plan.redo() : plan.undo())
  } else if (ctrl && letter === 'y' && !typing) {
    void plan.redo()
  } else if (ctrl && letter === 's') {
    void plan.saveCopy()
  } else if (ctrl && letter === 'p') {
    printDocument()
  } else {
    return
  }
  event.preventDefault()
}

/** Goes to the next or the previous finding. */
function goToFinding(step: 1 | -1) {
  const items = plan.view.value?.findings?.items.filter((item) => item.path) ?? []
  if (!items.length) return
  lastFinding = (lastFinding + step + items.length) % items.length
  const item = items[lastFinding]!
  plan.announcement.value = item.text
  plan.reveal(item.path)
}
