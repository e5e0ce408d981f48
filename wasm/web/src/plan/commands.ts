// Builds commands. The fixes of a finding carry their own, from the engine.

import type { Command, Edit } from '../gen/rpc'

/** A change with edits, which are applied together or not at all. */
export function change(...edits: Edit[]): Command {
  return { kind: 'change', edits }
}

/** Sets a field; null clears it. */
export function set(path: string, value: unknown): Edit {
  return { op: 'set', path, value }
}

/** The command for a typed text. It stores an invalid text as pending; reason is then a sentence why. */
export interface TypedCommand {
  command: Command
  reason?: string
}

/** Sets a field to a parsed date, or stores the text as pending if there is no date. */
export function dateCommand(path: string, text: string, date: string | undefined): Command {
  return date ? change(set(path, date)) : { kind: 'change', pending: [{ path, text }] }
}
