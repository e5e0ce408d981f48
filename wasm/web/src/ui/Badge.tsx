import type { Badge as State } from '../gen/rpc'
import { formatNumber } from './format'

/** A state as shape, colour and word; the colour is never the only sign. */
export function Badge({ state, count }: { state: State | undefined; count?: number }) {
  if (!state) return null
  return (
    <span class={`badge tone-${state.tone}`}>
      <span aria-hidden="true">{state.shape}</span> {state.label}
      {count === undefined ? null : <b> {formatNumber(count)}</b>}
    </span>
  )
}
