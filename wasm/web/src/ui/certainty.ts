import type { Badge, Status, StatusBadge } from '../gen/rpc'
import * as plan from '../plan'

function statusOf(key: Status): StatusBadge | undefined {
  return plan.hello.value?.statuses.find(({ status }) => status === key)
}

/** How certain a fact is, in words; undefined until the engine has answered hello. */
export function certainty(status: Status): Badge | undefined {
  return statusOf(status)?.badge
}

/** Why a fact is uncertain; undefined for a fact with a source. */
export function doubt(status: Status): string | undefined {
  return statusOf(status)?.doubt
}
