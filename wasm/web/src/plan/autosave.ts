// The decisions of saving: what an entry changes in the record of a plan, what
// a failed write means, and when a copy in a file is due.

import type { View } from '../gen/rpc'
import type { SaveState } from './state'
import type { PlanRecord } from './store'

/** After this long without an edit the journal becomes a snapshot, in milliseconds. */
export const snapshotDelay = 15_000

/** So many edits without a copy in a file, or so many days since the last, make one due. */
const dueEdits = 20
const dueDays = 3

const day = 86_400_000

/** What a stored plan is listed as. */
export function titleOf({ identity }: View): string {
  return [`POA ${identity?.fiscalYear ?? ''}`, identity?.municipality, identity?.office].filter(Boolean).join(' · ')
}

/** The record of a plan after one entry more. */
export function recordAfter(record: PlanRecord, view: View, now: number): PlanRecord {
  return { ...record, title: titleOf(view), seq: record.seq + 1, edits: record.edits + 1, savedAt: now }
}

/** The record of a plan after a copy went to a file. */
export function recordCopied(record: PlanRecord, now: number): PlanRecord {
  return { ...record, copiedAt: now, edits: 0 }
}

/** What a failed write means to the person. */
export function problemOf(reason: unknown): 'quota' | 'denied' {
  return reason instanceof DOMException && reason.name === 'QuotaExceededError' ? 'quota' : 'denied'
}

/** Whether closing the page loses what was done. */
export function wouldLoseWork(state: SaveState, entries: number): boolean {
  return state === 'quota' || (state === 'denied' && entries > 0)
}

/** Whole days since the last copy in a file; undefined where there is none. */
export function copyAge(record: PlanRecord, now: number): number | undefined {
  return record.copiedAt === undefined ? undefined : Math.floor((now - record.copiedAt) / day)
}

export function copyDue(record: PlanRecord, now: number): boolean {
  const age = copyAge(record, now)
  return record.edits >= dueEdits || (record.edits > 0 && age !== undefined && age >= dueDays)
}
