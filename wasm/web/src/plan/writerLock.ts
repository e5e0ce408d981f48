// Ensures that only one window at a time writes a plan, by a Web Lock named after the
// plan. If it is taken, the plan is opened read-only; a window may steal the lock.

import { ownName } from '../site'
import { newID } from './ids'
import { readOnly } from './state'

interface Held {
  /** Identifies this window as the writer in the store. */
  token: string
  release(): void
}

let held: Held | undefined

/** The token of this window as a writer, or undefined if it is read-only. */
export function writerToken(): string | undefined {
  return held?.token
}

export function release() {
  held?.release()
  held = undefined
}

/** Called when another window took the lock; makes the plan read-only. */
export function lose() {
  held = undefined
  readOnly.value = true
}

/** Acquires the lock of a plan and releases the one held before. steal takes it from another window. */
export async function acquire(plan: string, steal: boolean): Promise<void> {
  release()
  held = await request(plan, steal)
}

function request(plan: string, steal: boolean): Promise<Held | undefined> {
  const token = newID()
  // Web Locks need a secure context. Without them, the token in the store still protects the plan.
  if (!navigator.locks) return Promise.resolve({ token, release() {} })
  return new Promise((resolve, reject) => {
    let granted = false
    const mine: Held = { token, release() {} }
    const released = new Promise<void>((done) => {
      mine.release = done
    })
    navigator.locks
      .request(ownName(`rumbo:plan:${plan}`), steal ? { steal: true } : { ifAvailable: true }, (lock) => {
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
