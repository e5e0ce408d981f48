// Stores plans in IndexedDB: a snapshot of each, and the journal of the steps since.
// A plan has one writer, the window whose token is in the record of the plan.
// Writing with another token fails with WriterChanged and changes nothing.

import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { JournalEntry } from '../gen/rpc'
import { ownName } from '../site'

export interface PlanRecord {
  id: string
  title: string
  /** The number of the last entry of the journal. */
  seq: number
  /** The token of the window that may write. */
  writer: string
  /** Milliseconds since 1970: last change, and last copy in a file. */
  savedAt: number
  copiedAt?: number
  /** Changes since the last copy in a file. */
  edits: number
  sample?: boolean
}

interface Snapshot {
  id: string
  /** The journal entries up to this one are in the document. */
  seq: number
  /** JSON as the engine wrote it. */
  document: string
}

interface Line {
  plan: string
  seq: number
  entry: JournalEntry
}

interface Schema extends DBSchema {
  plans: { key: string; value: PlanRecord }
  snapshots: { key: string; value: Snapshot }
  journal: { key: [string, number]; value: Line }
}

/** A stored plan: the document, and the journal to replay on it. */
export interface StoredPlan {
  record: PlanRecord
  document: string
  journal: JournalEntry[]
}

/** Another window became the writer of the plan. */
export class WriterChanged extends Error {}

export class Store {
  private db?: Promise<IDBPDatabase<Schema>>

  /** Lists the plans, the last changed first. */
  async list(): Promise<PlanRecord[]> {
    const plans = await (await this.open()).getAll('plans')
    return plans.sort((a, b) => b.savedAt - a.savedAt)
  }

  async load(id: string): Promise<StoredPlan | undefined> {
    const tx = (await this.open()).transaction(['plans', 'snapshots', 'journal'])
    const [record, snapshot, lines] = await Promise.all([
      tx.objectStore('plans').get(id),
      tx.objectStore('snapshots').get(id),
      tx.objectStore('journal').getAll(span(id)),
    ])
    await tx.done
    if (!record || !snapshot) return undefined
    return {
      record,
      document: snapshot.document,
      journal: lines.filter((line) => line.seq > snapshot.seq).map((line) => line.entry),
    }
  }

  /** Stores a whole plan, which replaces any plan with the same id. */
  async create(record: PlanRecord, document: string): Promise<void> {
    const tx = (await this.open()).transaction(['plans', 'snapshots', 'journal'], 'readwrite')
    await Promise.all([
      tx.objectStore('plans').put(record),
      tx.objectStore('snapshots').put({ id: record.id, seq: record.seq, document }),
      tx.objectStore('journal').delete(span(record.id)),
      tx.done,
    ])
  }

  /** Sets the token of the writer, if the plan is stored. */
  async setWriter(id: string, writer: string): Promise<void> {
    const tx = (await this.open()).transaction('plans', 'readwrite')
    const record = await tx.store.get(id)
    if (record) await tx.store.put({ ...record, writer })
    await tx.done
  }

  /** Appends entries to the journal and stores the record, whose seq is that of the last of them. */
  async append(record: PlanRecord, entries: JournalEntry[]): Promise<void> {
    const tx = (await this.open()).transaction(['plans', 'journal'], 'readwrite')
    const plans = tx.objectStore('plans')
    if ((await plans.get(record.id))?.writer !== record.writer) {
      tx.abort()
      await tx.done.catch(() => {})
      throw new WriterChanged()
    }
    const journal = tx.objectStore('journal')
    entries.forEach((entry, i) => {
      void journal.put({ plan: record.id, seq: record.seq - entries.length + 1 + i, entry })
    })
    await Promise.all([plans.put(record), tx.done])
  }

  /** Stores the document of the plan and deletes the entries that it includes. */
  async snapshot(record: PlanRecord, document: string): Promise<void> {
    const tx = (await this.open()).transaction(['plans', 'snapshots', 'journal'], 'readwrite')
    if ((await tx.objectStore('plans').get(record.id))?.writer !== record.writer) {
      tx.abort()
      await tx.done.catch(() => {})
      throw new WriterChanged()
    }
    await Promise.all([
      tx.objectStore('snapshots').put({ id: record.id, seq: record.seq, document }),
      tx.objectStore('journal').delete(span(record.id, record.seq)),
      tx.done,
    ])
  }

  /** Records that a copy was saved to a file. A read-only window may do so too. */
  async markCopied(id: string, at: number): Promise<void> {
    const tx = (await this.open()).transaction('plans', 'readwrite')
    const record = await tx.store.get(id)
    if (record) await tx.store.put({ ...record, copiedAt: at, edits: 0 })
    await tx.done
  }

  private open(): Promise<IDBPDatabase<Schema>> {
    this.db ??= openDB<Schema>(ownName('rumbo'), 1, {
      upgrade(db) {
        db.createObjectStore('plans', { keyPath: 'id' })
        db.createObjectStore('snapshots', { keyPath: 'id' })
        db.createObjectStore('journal', { keyPath: ['plan', 'seq'] })
      },
      // Let a newer version of the page upgrade the database.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    }).catch((reason) => {
      this.db = undefined
      throw reason
    })
    return this.db
  }
}

function span(plan: string, last = Infinity) {
  return IDBKeyRange.bound([plan, -Infinity], [plan, last])
}
