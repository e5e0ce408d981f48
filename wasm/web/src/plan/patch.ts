// What the engine answers to an edit: only the parts of the plan that changed.

import type { View } from '../gen/rpc'

/** The plan after a patch; the parts that are absent from it stay as they were. */
export function merge(view: View | null, patch: View): View {
  const { journal: _journal, changed: _changed, ...parts } = patch
  return { ...view, ...parts }
}

/** What a stored plan is listed as. */
export function titleOf({ identity }: View): string {
  return [`POA ${identity?.fiscalYear ?? ''}`, identity?.municipality, identity?.office].filter(Boolean).join(' · ')
}
