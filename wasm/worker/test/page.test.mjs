import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import { start } from './worker.mjs'

let worker
before(async () => { worker = await start() })
after(() => worker.dispose())

const get = (path) => worker.dispatchFetch(`http://rumbo.test${path}`)
const page = new URL('../build/page/', import.meta.url)

describe('the page', () => {
  it('is served, and asked for each time', async () => {
    const response = await get('/')
    assert.equal(response.status, 200)
    assert.match(response.headers.get('content-type'), /^text\/html/)
    assert.doesNotMatch(response.headers.get('cache-control'), /immutable/)
    assert.equal(await response.text(), readFileSync(new URL('index.html', page), 'utf8'))
  })

  it('has files that browsers may keep for ever', async () => {
    const types = { wasm: /^application\/wasm/, js: /^text\/javascript/, json: /^application\/json/ }
    const found = new Set()
    for (const name of readdirSync(new URL('assets/', page))) {
      const kind = types[name.split('.').at(-1)]
      if (!kind) continue
      found.add(name.split('.').at(-1))
      const response = await get(`/assets/${name}`)
      await response.arrayBuffer()
      assert.equal(response.status, 200, name)
      assert.match(response.headers.get('content-type'), kind, name)
      assert.match(response.headers.get('cache-control'), /immutable/, name)
    }
    assert.deepEqual([...found].sort(), ['js', 'json', 'wasm'])
  })

  it('has the policy that it states itself', async () => {
    const response = await get('/')
    const [, stated] = (await response.text()).match(/http-equiv="Content-Security-Policy" content="([^"]+)"/)
    assert.equal(response.headers.get('content-security-policy'), `${stated}; frame-ancestors 'self'`)
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff')
  })

  it('keeps its configuration to itself', async () => {
    for (const path of ['/_headers', '/.gitkeep', '/app.wasm', '/worker.mjs', '/nothing.html']) {
      const response = await get(path)
      await response.arrayBuffer()
      assert.equal(response.status, 404, path)
    }
  })
})
