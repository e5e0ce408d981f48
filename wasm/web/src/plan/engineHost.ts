// Runs the engine. The version of each engine is checked before it is used. After a
// crash it is restarted and the open plan is replayed.

import { batch } from '@preact/signals'
import { documentOf, Engine, EngineStopped, read, Refusal } from '../engine/bridge'
import type { Methods } from '../gen/methods'
import type { Context, HelloResult, JournalEntry, View } from '../gen/rpc'
import { language } from '../language'
import { checkVersion, OtherVersion } from './hello'
import { Queue } from './queue'
import { engineState, hello, merge, notice, rowsCut, view } from './state'
import { t } from './words'

const engine = new Engine(stateChanged)

/** Resolves when the version of the running engine was checked; rejects with an OtherVersion or an EngineStopped. */
let versionChecked: Promise<void> = Promise.resolve()

/** Set while the plan is replayed after a crash. */
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

/** The number of entries since the document was opened or saved. */
export function entriesSinceDocument(): number {
  return entriesSince.length
}

/** Starts the engine in advance. */
export function startEngine() {
  engine.start()
}

/** Sets the function that retries opening a plan after the engine failed to start. */
export function onRetry(run: () => void) {
  openAgain = run
}

/** Calls a method. It throws a Refusal, an EngineStopped or an OtherVersion. */
export async function call<M extends keyof Methods>(method: M, params: Methods[M]['params']): Promise<Methods[M]['result']> {
  return read(await send(method, JSON.stringify(params))) as Methods[M]['result']
}

/** Sends a call once the version of the engine was checked. */
async function send(method: keyof Methods, params: string): Promise<string> {
  engine.start()
  await versionChecked
  return engine.send(method, params)
}

/** Calls hello and stores its result, which is in the language of the page. */
export async function loadHello(): Promise<void> {
  try {
    const params = JSON.stringify({ context: context() })
    const answer = await checkVersion(async () => read(await engine.send('hello', params)) as HelloResult)
    batch(() => {
      hello.value = answer
      engineState.value = 'ready'
    })
  } catch (reason) {
    if (reason instanceof OtherVersion) engineState.value = 'otherVersion'
    reportFailure(reason)
    throw reason
  }
}

/** The document of a new plan, as the engine writes it. */
export async function newDocument(params: Omit<Methods['new']['params'], 'context'>): Promise<string> {
  return documentOf(await send('new', JSON.stringify({ context: context(), ...params })))
}

/** The document in a file, as the engine writes it. It throws a Refusal that says what the file is instead. */
export async function documentInFile(file: Omit<Methods['readFile']['params'], 'context'>): Promise<string> {
  return documentOf(await sendUntilDown('readFile', JSON.stringify({ context: context(), ...file })))
}

/** The document of the open plan, as the engine writes it. */
export async function currentDocument(): Promise<string> {
  return documentOf(await send('save', '{}'))
}

/** Opens a document in the engine and replays a journal on it. It throws like call. */
export async function openInEngine(document: string, journal: readonly JournalEntry[]): Promise<View> {
  const rest = JSON.stringify({ context: context(), journal })
  return read(await sendUntilDown('open', `{"document":${document},${rest.slice(1)}`)) as View
}

/** Sends a call again while the engine restarts. */
async function sendUntilDown(method: 'open' | 'readFile', params: string): ReturnType<typeof send> {
  for (;;) {
    try {
      return await send(method, params)
    } catch (reason) {
      // The bridge restarts the engine a few times before it gives up.
      if (!(reason instanceof EngineStopped) || engineState.peek() === 'down') throw reason
    }
  }
}

/** Shows a notice for a failure, except for a stopped engine, which stateChanged reports. */
export function reportFailure(reason: unknown) {
  if (reason instanceof EngineStopped) return
  if (reason instanceof OtherVersion) {
    notice.value = { text: t('otherVersion'), action: { label: t('reload'), run: () => location.reload() } }
  } else {
    notice.value = { text: reason instanceof Refusal ? t('refused', reason.message) : String(reason) }
  }
}

function stateChanged(state: 'starting' | 'down') {
  engineState.value = state
  if (state === 'down') {
    notice.value = { text: t('down'), action: { label: t('retry'), run: retry } }
    return
  }
  versionChecked = loadHello()
  versionChecked.catch(() => {}) // loadHello reported it
  if (baseDocument !== '' && view.value) replay()
}

/** Opens the plan again after a crash. */
function replay() {
  recovering = openInEngine(baseDocument, entriesSince)
    .then((answer) => {
      rowsCut.value = false
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

/** The context of a call: today, and the language of the page. */
export function context(): Context {
  return { today: today(), language: language.value }
}
