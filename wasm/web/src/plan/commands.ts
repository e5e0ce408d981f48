// The commands that the page makes itself; those of a finding come from the engine.

import type { Command, Edit } from '../gen/rpc'

/** A change of the plan, all of its edits or none. */
export function change(...edits: Edit[]): Command {
  return { kind: 'change', edits }
}

/** Sets a field; null clears it. */
export function set(path: string, value: unknown): Edit {
  return { op: 'set', path, value }
}

/** Sets a field to the date that was read of a text; a text that is not a date is kept as typed. */
export function dateCommand(path: string, text: string, date: string | undefined): Command {
  return date ? change(set(path, date)) : { kind: 'change', pending: [{ path, text }] }
}
