import type { Status } from '../gen/rpc'
import { certainty, doubt } from './certainty'

/** The status of a legal basis that is uncertain, and why it is. Renders nothing for one with a source. */
export function Uncertain({ status }: { status: Status }) {
  const why = doubt(status)
  return why ? (
    <span class="uncertain">
      {' '}
      · {certainty(status)?.label}. {why}
    </span>
  ) : null
}
