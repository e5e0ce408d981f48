// Decisions about saving, as pure functions.

import type { View } from '../gen/rpc'
import type { SaveState } from './state'
import type { PlanRecord } from './store'

/** The idle time before the journal is replaced by a snapshot, in milliseconds. */
export const snapshotDelay = 15_000

// A copy in a file is due after this many edits, or this many days after the last one.
const dueEdits = 20
const dueDays = 3

const day = 86_400_000

/** The title of a plan in the list of stored plans. */
export function titleOf({ identity }: View): string {
  return [`POA ${identity?.fiscalYear ?? ''}`, identity?.municipality, identity?.office].filter(Boolean).join(' · ')
}

/** The record of a plan after another entry. */
export function recordAfter(record: PlanRecord, view: View, now: number): PlanRecord {
  return { ...record, title: titleOf(view), seq: record.seq + 1, edits: record.edits + 1, savedAt: now }
}

/** The record of a plan after a copy was saved to a file. */
export function recordCopied(record: PlanRecord, now: number): PlanRecord {
  return { ...record, copiedAt: now, edits: 0 }
}

/** The save state after a failed write. */
export function problemOf(reason: unknown): 'quota' | 'denied' {
  return reason instanceof DOMException && reason.name === 'QuotaExceededError' ? 'quota' : 'denied'
}

/** Reports whether closing the page would lose work. */
export function wouldLoseWork(state: SaveState, entries: number): boolean {
  return state === 'quota' || (state === 'denied' && entries > 0)
}

/** Full days since the last copy in a file, or undefined if there is none. */
export function copyAge(record: PlanRecord, now: number): number | undefined {
  return record.copiedAt === undefined ? undefined : Math.floor((now - record.copiedAt) / day)
}

export function copyDue(record: PlanRecord, now: number): boolean {
  const age = copyAge(record, now)
  return record.edits >= dueEdits || (record.edits > 0 && age !== undefined && age >= dueDays)
}
