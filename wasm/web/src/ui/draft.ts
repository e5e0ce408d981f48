// Text that was typed in a field but not committed when the page was closed or
// reloaded. The engine, in its worker, may not have received it; the field restores
// it when the page is opened again.

import { ownName } from '../site'

interface Draft {
  /** The id of the stored plan. */
  plan: string | undefined
  path: string
  /** The value before typing. The draft is obsolete once the field has another value. */
  before: string
  typed: string
}

const storageKey = () => ownName('rumbo-typed')

export function saveDraft(draft: Draft) {
  try {
    sessionStorage.setItem(storageKey(), JSON.stringify(draft))
  } catch {
    // Storage is denied: the draft is lost, like the plan itself.
  }
}

export function clearDraft() {
  try {
    sessionStorage.removeItem(storageKey())
  } catch {
    // As above.
  }
}

/** The path of the field with a draft, so that a view can render the field. */
export function draftPath(): string | undefined {
  return storedDraft().path
}

/** Removes and returns the draft of a field. Returns undefined if the value of the field has changed since. */
export function takeDraft(plan: string | undefined, path: string, value: string): string | undefined {
  const draft = storedDraft()
  if (draft.plan !== plan || draft.path !== path) return undefined
  clearDraft()
  return draft.before === value ? draft.typed : undefined
}

function storedDraft(): Partial<Draft> {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey()) ?? '{}') as Partial<Draft>
  } catch {
    return {}
  }
}
