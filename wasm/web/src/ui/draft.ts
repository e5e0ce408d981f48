// What was typed in a field and not committed when the page was closed or
// reloaded: the engine, in its worker, may not have received it. The field takes
// it back when the page is opened again.

export interface Draft {
  /** The id of the stored plan. */
  plan: string | undefined
  path: string
  /** What the field showed before; where it shows something else by now, the draft is out of date. */
  before: string
  typed: string
}

const storageKey = 'rumbo-typed'

export function saveDraft(draft: Draft) {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(draft))
  } catch {
    // Where storage is denied, the draft is lost, as the plan is.
  }
}

export function clearDraft() {
  try {
    sessionStorage.removeItem(storageKey)
  } catch {
    // As above.
  }
}

/** The path of the field that has a draft, so that the field can be shown. */
export function draftPath(): string | undefined {
  return storedDraft().path
}

/** Removes and returns what was typed in a field, provided that the field shows what it showed then. */
export function takeDraft(plan: string | undefined, path: string, value: string): string | undefined {
  const draft = storedDraft()
  if (draft.plan !== plan || draft.path !== path) return undefined
  clearDraft()
  return draft.before === value ? draft.typed : undefined
}

function storedDraft(): Partial<Draft> {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey) ?? '{}') as Partial<Draft>
  } catch {
    return {}
  }
}
