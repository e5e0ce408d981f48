// One window writes a plan at a time. The lock is a Web Lock named after the
// plan: a window that finds it taken opens the plan read-only and may steal it.

import { newID } from './ids'
import { readOnly } from './state'

interface Held {
  /** The token under which the journal is written. */
  token: string
  release(): void
}

let held: Held | undefined

/** The token this window writes under; undefined while it only reads. */
export function writerToken(): string | undefined {
  return held?.token
}

export function release() {
  held?.release()
  held = undefined
}

/** Notes that another window took the lock: from here on the plan can only be read. */
export function lose() {
  held = undefined
  readOnly.value = true
}

/** Takes the lock of a plan in exchange for the one held before; with steal, from whoever holds it. */
export async function acquire(plan: string, steal: boolean): Promise<void> {
  release()
  held = await request(plan, steal)
}

function request(plan: string, steal: boolean): Promise<Held | undefined> {
  const token = newID()
  // Only secure pages have locks; elsewhere the token in the store is the guard.
  if (!navigator.locks) return Promise.resolve({ token, release() {} })
  return new Promise((resolve, reject) => {
    let granted = false
    const mine: Held = { token, release() {} }
    const released = new Promise<void>((done) => {
      mine.release = done
    })
    navigator.locks
      .request(`rumbo:plan:${plan}`, steal ? { steal: true } : { ifAvailable: true }, (lock) => {
        if (!lock) {
          resolve(undefined)
          return
        }
        granted = true
        resolve(mine)
        return released
      })
      .catch((reason) => {
        if (!granted) reject(reason)
        else if (held === mine) lose()
      })
  })
}
