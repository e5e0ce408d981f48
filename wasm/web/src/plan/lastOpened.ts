// Remembers the open plan for a reload of the page. A new window opens the plan that
// was opened last.

import { ownName } from '../site'

const storageKey = () => ownName('rumbo-open')

export function rememberOpened(id: string) {
  try {
    sessionStorage.setItem(storageKey(), id)
    localStorage.setItem(storageKey(), id)
  } catch {
    // Storage is denied, so there is no stored plan to reopen either.
  }
}

export function lastOpened(): string | null {
  try {
    return sessionStorage.getItem(storageKey()) ?? localStorage.getItem(storageKey())
  } catch {
    return null
  }
}

export function forgetOpened() {
  try {
    sessionStorage.removeItem(storageKey())
    localStorage.removeItem(storageKey())
  } catch {
    // As above.
  }
}
