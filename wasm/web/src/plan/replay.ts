// What brings a new engine to where the last one stopped: the document it was
// opened with or last wrote, and the entries of the journal since.

import type { Entry } from '../gen/rpc'

let document = ''
let entries: Entry[] = []

/** Starts over from a document. */
export function startFrom(base: string, journal: readonly Entry[] = []) {
  document = base
  entries = [...journal]
}

export function addEntry(entry: Entry) {
  entries.push(entry)
}

export function replayed(): { document: string; journal: readonly Entry[] } {
  return { document, journal: entries }
}
