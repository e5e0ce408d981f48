import type { Status } from '../gen/rpc'
import { certainty, doubt } from './certainty'

/** How uncertain the legal basis is, and why. Nothing for one with a source. */
export function Uncertain({ status }: { status: Status }) {
  const why = doubt(status)
  return why ? (
    <span class="uncertain">
      {' '}
      · {certainty(status)?.label}. {why}
    </span>
  ) : null
}
