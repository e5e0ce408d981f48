/// <reference lib="webworker" />
// The engine's worker: a pipe. A string that comes in goes to Go as UTF-8, and
// what Go answers goes back as a string. Ids, timeouts and restarts are the
// page's business (bridge.ts); anything that goes wrong here ends the worker
// with an error the page sees.

import '../../public/wasm_exec.js'
import engineURL from '../../public/engine.wasm?url'

/** What wasm/engine exports; see its package comment. */
interface Exports extends WebAssembly.Exports {
  memory: WebAssembly.Memory
  buffer(n: number): number
  call(n: number): bigint
}

declare class Go {
  env: Record<string, string>
  importObject: WebAssembly.Imports
  run(instance: WebAssembly.Instance): Promise<void>
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

async function start(): Promise<(request: string) => string> {
  const go = new Go()
  // The collector works in the engine's only thread. With four times the plan as
  // room it runs a quarter as often: an edit on 10,000 activities then takes half
  // the time, for some 100 MB at the most.
  go.env = { GOGC: '300' }
  const response = await fetch(engineURL)
  if (!response.ok) throw new Error(`the engine is not there: ${response.status}`)
  const { instance } = await instantiate(response, go.importObject)
  const engine = instance.exports as Exports & { mem: WebAssembly.Memory }
  // main runs until it waits for ever; when it ends, the engine is gone.
  go.run(instance).then(() => fail(new Error('the engine stopped')), fail)
  return (request) => {
    const bytes = encoder.encode(request)
    const room = engine.buffer(bytes.length)
    new Uint8Array(engine.mem.buffer, room, bytes.length).set(bytes)
    const answer = engine.call(bytes.length)
    return decoder.decode(new Uint8Array(engine.mem.buffer, Number(answer >> 32n), Number(answer & 0xffffffffn)))
  }
}

async function instantiate(response: Response, imports: WebAssembly.Imports) {
  const streamed = response.headers.get('Content-Type')?.startsWith('application/wasm')
  if (streamed) return WebAssembly.instantiateStreaming(response, imports)
  return WebAssembly.instantiate(await response.arrayBuffer(), imports)
}

/** Throws outside of any promise, so that the page's onerror hears of it. */
function fail(reason: unknown) {
  setTimeout(() => {
    throw reason
  })
}

const engine = start()
engine.then(() => postMessage(''), fail)

onmessage = async (event: MessageEvent<string>) => {
  try {
    postMessage((await engine)(event.data))
  } catch (reason) {
    fail(reason)
  }
}
