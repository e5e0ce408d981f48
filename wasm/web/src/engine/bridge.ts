// The page's side of the engine: promises, ids, timeouts and restart.

import type { FindingItem } from '../gen/rpc'
import type { Methods } from './methods'

/** What the engine answers when it refuses: the plan is as it was. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly path?: string,
    readonly findings?: FindingItem[],
  ) {
    super(message)
  }
}

/** The engine went away before it answered. */
export class Gone extends Error {}

export type EngineState = 'starting' | 'ready' | 'down'

interface Waiting {
  resolve(text: string): void
  reject(reason: Error): void
  timer: number
}

interface Answer {
  id: number
  result?: unknown
  error?: { code: string; message: string; path?: string; findings?: FindingItem[] }
}

/** How long a call may take, in milliseconds, before the engine counts as hung. */
const patience = 30_000

/** How often the engine may die, with no answer in between, before it stays down. */
const lives = 3

export class Engine {
  private worker?: Worker
  private waiting = new Map<number, Waiting>()
  private last = 0
  private deaths = 0

  /**
   * @param changed hears of every change of state; it hears 'starting' once at
   * the beginning and once after each death that is followed by a new start.
   */
  constructor(private readonly changed: (state: EngineState) => void) {}

  /** Starts the engine, unless it is up; calls may be made at once. */
  start() {
    if (this.worker) return
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'engine' })
    this.worker = worker
    worker.onmessage = (event: MessageEvent<string>) => {
      if (event.data === '') this.changed('ready')
      else if (worker === this.worker) this.answered(event.data)
    }
    worker.onerror = (event) => {
      event.preventDefault()
      this.died(worker, event.message || 'the engine did not start')
    }
    worker.onmessageerror = () => this.died(worker, 'the engine sent something unreadable')
    this.changed('starting')
  }

  /** Starts the engine again after it stayed down. */
  revive() {
    this.deaths = 0
    this.start()
  }

  /** Calls a method. It rejects with a Refusal or with Gone. */
  async call<M extends keyof Methods>(method: M, params: Methods[M]['params']): Promise<Methods[M]['result']> {
    return read(await this.send(method, JSON.stringify(params))) as Methods[M]['result']
  }

  /**
   * Calls a method with parameters that are JSON already, and answers JSON. A
   * plan passes through here as text: what Go refuses (a duplicate key, say)
   * JSON.parse would have mended in silence.
   */
  async send(method: keyof Methods, params: string): Promise<string> {
    this.start()
    const id = ++this.last
    return new Promise((resolve, reject) => {
      const worker = this.worker!
      const timer = setTimeout(() => this.died(worker, `no answer to ${method}`), patience)
      this.waiting.set(id, { resolve, reject, timer })
      worker.postMessage(`{"id":${id},"method":"${method}","params":${params}}`)
    })
  }

  private answered(text: string) {
    // Answers come in the order of the calls; a request that could not be read
    // is answered with the id zero.
    const id = Number(/^\{"id":(\d+)/.exec(text)?.[1]) || this.waiting.keys().next().value!
    const waiting = this.waiting.get(id)
    if (!waiting) return
    this.deaths = 0
    this.waiting.delete(id)
    clearTimeout(waiting.timer)
    waiting.resolve(text)
  }

  private died(worker: Worker, reason: string) {
    // A worker may report several errors; it dies once.
    if (worker !== this.worker) return
    worker.terminate()
    this.worker = undefined
    const waiting = [...this.waiting.values()]
    this.waiting.clear()
    for (const w of waiting) {
      clearTimeout(w.timer)
      w.reject(new Gone(reason))
    }
    if (++this.deaths < lives) this.start()
    else this.changed('down')
  }
}

/** Reads an answer; it throws the Refusal the answer may be. */
export function read(text: string): unknown {
  const answer = JSON.parse(text) as Answer
  if (answer.error) {
    const { code, message, path, findings } = answer.error
    throw new Refusal(code, message, path, findings)
  }
  return answer.result
}

/** The document in a DocumentResult, as the JSON that Go wrote. */
export function documentOf(answer: string): string {
  const head = /^\{"id":\d+,"result":\{"document":/.exec(answer)?.[0]
  if (head && answer.endsWith('}}')) return answer.slice(head.length, -2)
  return JSON.stringify((read(answer) as { document: unknown }).document)
}
