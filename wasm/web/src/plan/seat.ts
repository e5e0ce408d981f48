// One window writes a plan. The seat is a Web Lock named after the plan; who
// finds it taken reads, and may take it over.

import { newID } from './ids'

export interface Seat {
  /** The token under which the journal is written. */
  readonly writer: string
  leave(): void
}

/**
 * Takes the seat of a plan, or answers undefined when it is taken; with force
 * it is taken from whoever sits there.
 *
 * @param lost is called when another window took it over.
 */
export async function sit(plan: string, force: boolean, lost: () => void): Promise<Seat | undefined> {
  const writer = newID()
  // Only secure pages have locks; elsewhere the writer's token is the guard.
  if (!navigator.locks) return { writer, leave() {} }
  return new Promise((resolve, reject) => {
    let leave = () => {}
    const held = new Promise<void>((release) => {
      leave = release
    })
    let sitting = false
    navigator.locks
      .request(`rumbo:plan:${plan}`, force ? { steal: true } : { ifAvailable: true }, (lock) => {
        if (!lock) {
          resolve(undefined)
          return
        }
        sitting = true
        resolve({ writer, leave })
        return held
      })
      .catch((reason) => (sitting ? lost() : reject(reason)))
  })
}
