import type { Badge as State } from '../gen/rpc'
import { formatNumber } from './format'

/** A state by shape, colour and word; it is never shown by the colour alone. */
export function Badge({ state, count }: { state: State | undefined; count?: number }) {
  if (!state) return null
  return (
    <span class={`badge tone-${state.tone}`}>
      <span aria-hidden="true">{state.shape}</span> {state.label}
      {count === undefined ? null : <b> {formatNumber(count)}</b>}
    </span>
  )
}
