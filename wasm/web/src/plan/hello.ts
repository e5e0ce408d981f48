// The first call to an engine, which tells whether it fits the page.

import { EngineStopped } from '../engine/bridge'
import { protocol } from '../gen/methods'
import type { HelloResult } from '../gen/rpc'

/** The engine and the page are of different versions. */
export class OtherVersion extends Error {}

/**
 * Says hello to an engine and returns its answer. It throws an OtherVersion if the
 * engine has another protocol than the page, or does not know the call, and an
 * EngineStopped if it stopped.
 */
export async function greet(hello: () => Promise<HelloResult>): Promise<HelloResult> {
  try {
    const answer = await hello()
    if (answer.protocol === protocol) return answer
  } catch (reason) {
    if (reason instanceof EngineStopped) throw reason
  }
  throw new OtherVersion()
}
