import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import { call, post, start } from './worker.mjs'

let worker
before(async () => { worker = await start() })
after(() => worker.dispose())

const context = { today: '2027-03-15', language: 'en' }
const document = { schema: 1, id: 'p1', fiscalYear: 2027, calendar: 'jalisco' }

describe('POST /api/call', () => {
  it('answers the stateless session as every host does', async () => {
    const file = new URL('../../../poa/rpc/testdata/stateless.session', import.meta.url)
    const lines = readFileSync(file, 'utf8').split('\n')
    let got = ''
    let replayed = 0
    for (const [i, line] of lines.entries()) {
      if (line.startsWith('> ')) {
        got = await (await post(worker, line.slice(2))).text()
      } else if (line.startsWith('< ')) {
        assert.equal(comparable(got), line.slice(2), `line ${i + 1}`)
        replayed++
      }
    }
    assert.ok(replayed > 0)
  })

  it('forgets a plan with the answer', async () => {
    const answer = await call(worker, 'analyze', { context, document })
    assert.equal(answer.result.today, '2027-03-15')
    for (const method of ['view', 'edit', 'undo', 'redo', 'save', 'report', 'create', 'load', 'append']) {
      const refused = await call(worker, method, {})
      assert.equal(refused.error.code, 'unknown-method', method)
    }
  })

  it('prints the official document', async () => {
    const answer = await call(worker, 'print', { context, document })
    assert.match(answer.result.html, /^<!doctype html>/i)
  })

  it('answers what is no request with an error', async () => {
    for (const body of ['hello', '', '[]', '{"id":1}', '{"id":1,"method":"hello","method":"new"}']) {
      const response = await post(worker, body)
      assert.equal(response.status, 400, body)
      const answer = await response.json()
      assert.ok(answer.error.code, body)
    }
  })

  it('reads JSON only, by POST', async () => {
    assert.equal((await post(worker, '{}', { 'Content-Type': 'text/plain' })).status, 415)
    assert.equal((await worker.dispatchFetch('http://rumbo.test/api/call')).status, 405)
    assert.equal((await worker.dispatchFetch('http://rumbo.test/api/plans')).status, 404)
  })

  it('reads UTF-8 only, not compressed, and one request', async () => {
    const hello = '{"id":1,"method":"hello"}'
    const json = 'application/json'
    for (const [headers, want] of [
      [{ 'Content-Type': `${json}; charset=latin1` }, /must be in UTF-8/],
      [{ 'Content-Type': `${json}; charset=utf-16` }, /must be in UTF-8/],
      [{ 'Content-Type': json, 'Content-Encoding': 'gzip' }, /must not be compressed/],
      [{ 'Content-Type': 'application/x-ndjson' }, /must be application\/json/],
      [[['Content-Type', json], ['Content-Type', 'text/plain']], /Content-Type|application\/json/],
      [{}, /must be application\/json/],
    ]) {
      const response = await post(worker, hello, headers)
      assert.equal(response.status, 415, JSON.stringify(headers))
      assert.match(await response.text(), want)
    }
    assert.equal((await post(worker, hello, { 'Content-Type': `${json}; charset=UTF-8` })).status, 200)
    for (const body of [hello + hello, `${hello}\n${hello}`, `${hello}x`, `\ufeff${hello}`]) {
      const response = await post(worker, body)
      assert.equal(response.status, 400, body)
      assert.ok((await response.json()).error.code, body)
    }
  })

  it('says which HTTP methods a route has', async () => {
    for (const [path, allow] of [['/api/call', 'POST'], ['/api/calendar?profile=jalisco&year=2027', 'GET, HEAD']]) {
      for (const method of ['OPTIONS', 'PUT', 'DELETE']) {
        const response = await worker.dispatchFetch(`http://rumbo.test${path}`, { method })
        assert.equal(response.status, 405, `${method} ${path}`)
        assert.equal(response.headers.get('allow'), allow)
      }
    }
    const response = await worker.dispatchFetch('http://rumbo.test/api/calendar?profile=jalisco&year=2027', { method: 'HEAD' })
    assert.equal(response.status, 200)
    assert.equal(await response.text(), '')
  })

  it('refuses a body beyond the bound, and a stream before its end', async () => {
    const bound = 8 * 1024 * 1024
    assert.equal((await post(worker, ' '.repeat(bound + 1))).status, 413)
    let sent = 0
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1 << 20
        if (sent > 8 * bound) controller.close()
        else controller.enqueue(new Uint8Array(1 << 20).fill(32))
      },
    })
    const response = await worker.dispatchFetch('http://rumbo.test/api/call', {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: endless, duplex: 'half',
    })
    assert.equal(response.status, 413)
    assert.ok(sent < 8 * bound, `read ${sent} bytes`)
  })

  it('lets no other site read or keep its answers', async () => {
    const { headers } = await post(worker, '{"id":1,"method":"hello"}')
    assert.equal(headers.get('content-type'), 'application/json')
    assert.equal(headers.get('cache-control'), 'no-store')
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
    assert.equal(headers.get('access-control-allow-origin'), null)
  })

  it('answers several at once, each its own', async () => {
    const years = [2024, 2025, 2026, 2027, 2028]
    const answers = await Promise.all(years.map((year) => call(worker, 'calendar', { profile: 'jalisco', year })))
    assert.deepEqual(answers.map((a) => a.result.year), years)
  })
})

describe('GET /api/calendar', () => {
  const get = (query) => worker.dispatchFetch(`http://rumbo.test/api/calendar?${query}`)

  it('lists the days off of a year', async () => {
    const response = await get('profile=jalisco&year=2027')
    assert.equal(response.status, 200)
    const calendar = await response.json()
    assert.equal(calendar.year, 2027)
    assert.equal(calendar.days[0].date, '2027-01-01')
    assert.equal(calendar.businessDays.length, 12)
  })

  it('says what is wrong with a question', async () => {
    for (const [query, code] of [['profile=moon&year=2027', 'bad-enum'], ['profile=jalisco&year=12027', 'bad-number']]) {
      const response = await get(query)
      assert.equal(response.status, 400, query)
      assert.equal((await response.json()).code, code)
    }
    for (const query of ['profile=jalisco', 'profile=jalisco&year=MMXXVII']) {
      const response = await get(query)
      assert.equal(response.status, 400, query)
      assert.match(await response.text(), /year is missing/)
    }
  })
})

// The sessions hold no version, and of the official document only where it is.
function comparable(response) {
  return response
    .replace(/"version":"[^"]*"/, '"version":"test"')
    .replace(/"html":"(?:[^"\\]|\\.)*"/, '"html":"…"')
}
