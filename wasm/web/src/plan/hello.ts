// The first call to an engine, which checks whether its version matches the page.

import { EngineStopped } from '../engine/bridge'
import { protocol } from '../gen/methods'
import type { HelloResult } from '../gen/rpc'

/** The engine and the page are of different versions. */
export class OtherVersion extends Error {}

/**
 * Calls hello of an engine and returns its result. It throws an OtherVersion if the
 * engine has another protocol than the page or rejects the call, and an EngineStopped
 * if the engine stopped.
 */
export async function checkVersion(hello: () => Promise<HelloResult>): Promise<HelloResult> {
  try {
    const answer = await hello()
    if (answer.protocol === protocol) return answer
  } catch (reason) {
    if (reason instanceof EngineStopped) throw reason
  }
  throw new OtherVersion()
}
