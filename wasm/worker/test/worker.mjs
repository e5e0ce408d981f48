// The Worker as make worker built it, in workerd.

import { fileURLToPath } from 'node:url'
import { Miniflare } from 'miniflare'

const build = fileURLToPath(new URL('../build/', import.meta.url))

/** Starts workerd with the Worker and the page as wrangler.jsonc lays them out. */
export async function start() {
  const worker = new Miniflare({
    modulesRoot: build,
    modules: [
      { type: 'ESModule', path: `${build}worker.mjs` },
      { type: 'ESModule', path: `${build}runtime.mjs` },
      { type: 'ESModule', path: `${build}wasm_exec.js` },
      { type: 'CompiledWasm', path: `${build}app.wasm` },
    ],
    compatibilityDate: '2026-04-01',
    assets: {
      directory: `${build}page`,
      routerConfig: { has_user_worker: true, static_routing: { user_worker: ['/api/*'] } },
    },
  })
  await worker.ready
  return worker
}

/** Posts a body to /api/call. */
export function post(worker, body, headers = { 'Content-Type': 'application/json' }) {
  return worker.dispatchFetch('http://rumbo.test/api/call', { method: 'POST', headers, body })
}

/** Calls a method and returns the response of the protocol. */
export async function call(worker, method, params) {
  const response = await post(worker, JSON.stringify({ id: 1, method, params }))
  return response.json()
}
