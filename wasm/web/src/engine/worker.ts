/// <reference lib="webworker" />
// The worker of the engine. It passes each message to Go as UTF-8 and posts the answer
// as a string. Ids, timeouts and restarts are left to bridge.ts; any failure here ends
// the worker with an error that the page receives.

import '../../public/wasm_exec.js'
import engineURL from '../../public/engine.wasm?url'

/** The exports of wasm/engine; see its package comment. */
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
  // The garbage collector shares the only thread of the engine. If the heap may grow to
  // four times the live data, it runs less often: an edit of 10,000 activities takes
  // half the time, and at most 100 MB more.
  go.env = { GOGC: '300' }
  const response = await fetch(engineURL)
  if (!response.ok) throw new Error(`the engine could not be fetched: ${response.status}`)
  const { instance } = await instantiate(response, go.importObject)
  const engine = instance.exports as Exports & { mem: WebAssembly.Memory }
  // main does not return unless the engine stops.
  go.run(instance).then(() => fail(new Error('the engine stopped')), fail)
  return (request) => {
    const bytes = encoder.encode(request)
    const address = engine.buffer(bytes.length)
    new Uint8Array(engine.mem.buffer, address, bytes.length).set(bytes)
    const answer = engine.call(bytes.length)
    return decoder.decode(new Uint8Array(engine.mem.buffer, Number(answer >> 32n), Number(answer & 0xffffffffn)))
  }
}

async function instantiate(response: Response, imports: WebAssembly.Imports) {
  const streamed = response.headers.get('Content-Type')?.startsWith('application/wasm')
  if (streamed) return WebAssembly.instantiateStreaming(response, imports)
  return WebAssembly.instantiate(await response.arrayBuffer(), imports)
}

/** Throws outside of any promise, so that onerror of the page receives the reason. */
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
