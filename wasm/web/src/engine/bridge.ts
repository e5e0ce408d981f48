// The page's side of the engine: promises, ids, timeouts and restarts.

import type { Methods } from '../gen/methods'
import type { Failure, FindingItem } from '../gen/rpc'

/** The engine rejected a call; the plan is unchanged. */
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

/** The engine stopped before it answered. */
export class EngineStopped extends Error {}

interface PendingCall {
  method: keyof Methods
  resolve(text: string): void
  reject(reason: Error): void
  /** Unset until the engine is loaded. */
  timer?: ReturnType<typeof setTimeout>
}

interface Answer {
  id: number
  result?: unknown
  error?: Failure
}

/** How long a call may take in a loaded engine, in milliseconds, before the engine counts as stopped. */
const callTimeout = 30_000

/** The maximum number of restarts without an answer, except to hello, in between. */
const maxRestarts = 2

export class Engine {
  private worker?: Worker
  private pending = new Map<number, PendingCall>()
  private lastID = 0
  private loaded = false
  private crashes = 0

  /**
   * @param changed is called with 'starting' at the first start and at each restart,
   * before other calls are made, and with 'down' when the engine is not restarted any more.
   */
  constructor(private readonly changed: (state: 'starting' | 'down') => void) {}

  /** Starts the engine unless it is running. Calls may be made immediately. */
  start() {
    if (this.worker) return
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'engine' })
    this.worker = worker
    this.loaded = false
    worker.onmessage = (event: MessageEvent<string>) => {
      if (worker !== this.worker) return
      if (event.data === '') this.startTimers()
      else this.received(event.data)
    }
    worker.onerror = (event) => {
      event.preventDefault()
      this.crashed(worker, event.message || 'the engine did not start')
    }
    worker.onmessageerror = () => this.crashed(worker, 'the engine sent an unreadable message')
    this.changed('starting')
  }

  /** Starts the engine again after it was reported as 'down'. */
  restart() {
    this.crashes = 0
    this.start()
  }

  /**
   * Calls a method with parameters in JSON, and returns its answer in JSON; read
   * parses it. A plan passes through here as text: JSON.parse would silently repair
   * what Go rejects, such as a duplicate key. It rejects with an EngineStopped.
   */
  async send(method: keyof Methods, params: string): Promise<string> {
    this.start()
    const id = ++this.lastID
    return new Promise((resolve, reject) => {
      this.pending.set(id, { method, resolve, reject, timer: this.loaded ? this.timer(method) : undefined })
      this.worker!.postMessage(`{"id":${id},"method":"${method}","params":${params}}`)
    })
  }

  /** Starts the timers of the calls that were made while the engine was being fetched. */
  private startTimers() {
    this.loaded = true
    for (const call of this.pending.values()) call.timer = this.timer(call.method)
  }

  private timer(method: keyof Methods) {
    const worker = this.worker!
    return setTimeout(() => this.crashed(worker, `no answer to ${method}`), callTimeout)
  }

  private received(text: string) {
    // Answers arrive in the order of the calls. A request that the engine could not
    // parse is answered with id 0.
    const id = Number(/^\{"id":(\d+)/.exec(text)?.[1]) || this.pending.keys().next().value!
    const call = this.pending.get(id)
    if (!call) return
    // Each restart begins with hello, which may succeed although the call that crashed will crash again.
    if (call.method !== 'hello') this.crashes = 0
    this.pending.delete(id)
    clearTimeout(call.timer)
    call.resolve(text)
  }

  private crashed(worker: Worker, reason: string) {
    // A worker may report several errors; only the first one counts.
    if (worker !== this.worker) return
    worker.terminate()
    this.worker = undefined
    const calls = [...this.pending.values()]
    this.pending.clear()
    for (const call of calls) {
      clearTimeout(call.timer)
      call.reject(new EngineStopped(reason))
    }
    if (++this.crashes <= maxRestarts) this.start()
    else this.changed('down')
  }
}

/** Parses an answer and returns its result. It throws a Refusal if the call was rejected. */
export function read(text: string): unknown {
  const answer = JSON.parse(text) as Answer
  if (answer.error) {
    const { code, message, path, findings } = answer.error
    throw new Refusal(code, message, path, findings)
  }
  return answer.result
}

/** The document in the answer to new or save, exactly as Go wrote it. */
export function documentOf(answer: string): string {
  const head = /^\{"id":\d+,"result":\{"document":/.exec(answer)?.[0]
  if (head && answer.endsWith('}}')) return answer.slice(head.length, -2)
  return JSON.stringify((read(answer) as { document: unknown }).document)
}
