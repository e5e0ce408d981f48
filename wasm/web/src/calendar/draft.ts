// What is typed in a field and not left when the page goes away: the engine,
// in its worker, may not hear of it any more. It is read when the page is back.

export interface Draft {
  plan: string | undefined
  path: string
  /** What the field showed before; where it shows something else the draft is of the past. */
  before: string
  typed: string
}

const key = 'rumbo-typed'

export function keep(draft: Draft) {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft))
  } catch {
    // Without storage it is lost, as the plan is.
  }
}

export function forget() {
  try {
    sessionStorage.removeItem(key)
  } catch {
    // As above.
  }
}

/** Where something was typed, to have its field there. */
export function draftPath(): string | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Draft>).path
  } catch {
    return undefined
  }
}

/** What was typed in a field that shows what it showed then. */
export function take(plan: string | undefined, path: string, value: string): string | undefined {
  try {
    const draft = JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Draft>
    if (draft.plan !== plan || draft.path !== path) return undefined
    forget()
    return draft.before === value ? draft.typed : undefined
  } catch {
    return undefined
  }
}
