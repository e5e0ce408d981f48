// Runs the engine. After a crash it is restarted and the open plan is replayed.

import { documentOf, Engine, type EngineState, EngineStopped, read, Refusal } from '../engine/bridge'
import type { Methods } from '../gen/methods'
import type { Context, JournalEntry, View } from '../gen/rpc'
import { language } from '../language'
import { Queue } from './queue'
import { engineState, merge, notice, view } from './state'
import { t } from './words'

const engine = new Engine(stateChanged)

/** Pending while the plan is replayed after a crash. */
let recovering: Promise<void> | undefined

/** The queue of all calls about the open plan. */
export const queue = new Queue(() => recovering, reportFailure)

let openAgain = () => {}

/** What is replayed after a crash: the document that was opened or last saved, and the entries since. */
let baseDocument = ''
let entriesSince: JournalEntry[] = []

export function replayFrom(document: string, journal: readonly JournalEntry[] = []) {
  baseDocument = document
  entriesSince = [...journal]
}

export function addToReplay(entry: JournalEntry) {
  entriesSince.push(entry)
}

/** How many entries there are since the document was opened or saved. */
export function entriesSinceDocument(): number {
  return entriesSince.length
}

/** Starts the engine in advance. */
export function startEngine() {
  engine.start()
}

/** Sets what to retry after the engine failed to start while no plan was open. */
export function onRetry(run: () => void) {
  openAgain = run
}

export function call<M extends keyof Methods>(method: M, params: Methods[M]['params']): Promise<Methods[M]['result']> {
  return engine.call(method, params)
}

/** The document of a new plan, as the engine writes it. */
export async function newDocument(params: Omit<Methods['new']['params'], 'context'>): Promise<string> {
  return documentOf(await engine.send('new', JSON.stringify({ context: context(), ...params })))
}

/** The document of the open plan, as the engine writes it. */
export async function currentDocument(): Promise<string> {
  return documentOf(await engine.send('save', '{}'))
}

/** Opens a document in the engine and replays a journal on it. It throws a Refusal. */
export async function openInEngine(document: string, journal: readonly JournalEntry[]): Promise<View> {
  const rest = JSON.stringify({ context: context(), journal })
  const params = `{"document":${document},${rest.slice(1)}`
  for (;;) {
    try {
      return read(await engine.send('open', params)) as View
    } catch (reason) {
      // The bridge restarts the engine a few times before it gives up.
      if (!(reason instanceof EngineStopped) || engineState.peek() === 'down') throw reason
    }
  }
}

/** Shows why a step failed. stateChanged reports a stopped engine. */
export function reportFailure(reason: unknown) {
  if (reason instanceof EngineStopped) return
  notice.value = { text: reason instanceof Refusal ? t('refused', reason.message) : String(reason) }
}

function stateChanged(state: EngineState) {
  const restarted = state === 'starting' && baseDocument !== '' && view.value !== null
  engineState.value = state
  if (state === 'down') notice.value = { text: t('down'), action: { label: t('retry'), run: retry } }
  if (!restarted) return
  recovering = openInEngine(baseDocument, entriesSince)
    .then((answer) => {
      view.value = merge(view.value, answer)
      notice.value = { text: t('crashed') }
    })
    .catch(reportFailure)
    .finally(() => {
      recovering = undefined
    })
}

function retry() {
  notice.value = null
  engine.restart()
  if (!view.value) openAgain()
}

/** The civil date of this computer, as ISO text. */
export function today(now = new Date()): string {
  const twoDigits = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`
}

/** The day and the language for which the engine answers. */
export function context(): Context {
  return { today: today(), language: language.value }
}
