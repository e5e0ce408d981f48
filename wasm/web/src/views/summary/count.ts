import type { Badge, StateCount } from '../../gen/rpc'

/** Counts how often each state occurs, in order of first occurrence. */
export function countBy(states: readonly Badge[]): StateCount[] {
  const counts = new Map<string, StateCount>()
  for (const state of states) {
    const seen = counts.get(state.key)
    if (seen) seen.count++
    else counts.set(state.key, { state, count: 1 })
  }
  return [...counts.values()]
}
