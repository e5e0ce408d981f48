import type { Badge, Severity, SeverityBadge } from '../gen/rpc'
import * as plan from '../plan'

/** The severities of findings in words, the most severe first; empty until the engine has answered hello. */
export function severities(): readonly SeverityBadge[] {
  return plan.hello.value?.severities ?? []
}

/** A severity in words. */
export function severity(key: Severity): Badge | undefined {
  return severities().find(({ severity }) => severity === key)?.badge
}
