// Autosave. Each step is appended to the journal immediately; after some idle time
// the journal is replaced by a snapshot.

import type { JournalEntry } from '../gen/rpc'
import { ownName } from '../site'
import { problemOf, recordAfter, recordCopied, snapshotDelay } from './autosave'
import { addToReplay, currentDocument, entriesSinceDocument, queue, replayFrom } from './engineHost'
import { download, slug } from './files'
import { announcement, persistent, readOnly, record, saveState, view } from './state'
import { type PlanRecord, Store, WriterChanged } from './store'
import { t } from './words'
import { lose } from './writerLock'

export const store = new Store()

/** Notifies other windows of the plan that was written. */
const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(ownName('rumbo')) : undefined

/** Entries that are not stored yet. */
let unsaved: JournalEntry[] = []
let snapshotTimer: ReturnType<typeof setTimeout> | undefined
let asked = false

/** Registers a function that is called with the id of a plan that another window wrote. */
export function onOtherWindow(written: (plan: string) => void) {
  channel?.addEventListener('message', (event: MessageEvent<string>) => written(event.data))
}

/** Stores a plan that was just opened from a document. */
export async function create(plan: PlanRecord, document: string): Promise<void> {
  await attempt(() => store.create(plan, document))
}

/** Discards unsaved entries. Called when a plan is opened. */
export function reset() {
  unsaved = []
}

/** Appends an entry to the journal. */
export function append(entry: JournalEntry) {
  addToReplay(entry)
  unsaved.push(entry)
  record.value = recordAfter(record.value!, view.value!, Date.now())
  void flush()
  askToPersist()
  clearTimeout(snapshotTimer)
  snapshotTimer = setTimeout(() => void snapshot(), snapshotDelay)
}

/** Writes the unsaved entries. */
async function flush() {
  const entries = unsaved
  if (!entries.length || saveState.value === 'saving') return
  unsaved = []
  const plan = record.value!
  if (saveState.value !== 'denied' && saveState.value !== 'quota') saveState.value = 'saving'
  if (!(await attempt(() => store.append(plan, entries)))) {
    unsaved = [...entries, ...unsaved]
    return
  }
  saveState.value = 'saved'
  channel?.postMessage(plan.id)
  void flush()
}

/** Replaces the journal by a snapshot, so that the next start replays less. */
export async function snapshot() {
  clearTimeout(snapshotTimer)
  if (entriesSinceDocument() === 0 || readOnly.value || !view.value) return
  await queue.run(async () => {
    const document = await currentDocument()
    const plan = record.value!
    replayFrom(document)
    await flush()
    if (saveState.value === 'saved') await attempt(() => store.snapshot(plan, document))
  })
}

/** Saves a copy of the plan to a file. */
export async function saveCopy() {
  await queue.run(async () => {
    const document = await currentDocument()
    const { identity } = view.value!
    const name = `${slug(`poa ${identity?.fiscalYear ?? ''} ${identity?.municipality ?? ''}`)}.poa.json`
    download(name, document)
    const now = Date.now()
    record.value = recordCopied(record.value!, now)
    announcement.value = t('copied', name)
    await store.markCopied(record.value.id, now).catch(() => {})
  })
}

async function attempt(write: () => Promise<void>): Promise<boolean> {
  try {
    await write()
    return true
  } catch (reason) {
    if (reason instanceof WriterChanged) lose()
    else saveState.value = problemOf(reason)
    return false
  }
}

function askToPersist() {
  if (asked || !navigator.storage?.persist) return
  asked = true
  void navigator.storage.persist().then((granted) => {
    persistent.value = granted
  })
}
