// Which plan this window has open, so that a reload opens it again; another
// window opens the one that was opened last.

const storageKey = 'rumbo-open'

export function rememberOpened(id: string) {
  try {
    sessionStorage.setItem(storageKey, id)
    localStorage.setItem(storageKey, id)
  } catch {
    // Where storage is denied there is no stored plan to open again either.
  }
}

export function lastOpened(): string | null {
  try {
    return sessionStorage.getItem(storageKey) ?? localStorage.getItem(storageKey)
  } catch {
    return null
  }
}

export function forgetOpened() {
  try {
    sessionStorage.removeItem(storageKey)
    localStorage.removeItem(storageKey)
  } catch {
    // As above.
  }
}
