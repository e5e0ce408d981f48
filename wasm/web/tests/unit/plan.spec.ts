import { expect, test } from '@playwright/test'
import { EngineStopped, Refusal } from '../../src/engine/bridge'
import { protocol } from '../../src/gen/methods'
import type { HelloResult, View } from '../../src/gen/rpc'
import { copyAge, copyDue, problemOf, recordAfter, recordCopied, titleOf, wouldLoseWork } from '../../src/plan/autosave'
import { change, dateCommand, set } from '../../src/plan/commands'
import { today } from '../../src/plan/engineHost'
import { FileTooLarge, readFile, slug } from '../../src/plan/files'
import { checkVersion, OtherVersion } from '../../src/plan/hello'
import { newID } from '../../src/plan/ids'
import { elementID, elementPath, fieldOf, firstStep, pendingText } from '../../src/plan/paths'
import { Queue } from '../../src/plan/queue'
import { isCut, merge } from '../../src/plan/state'
import type { PlanRecord } from '../../src/plan/store'

const day = 86_400_000

const record: PlanRecord = { id: 'p', title: 'POA', seq: 4, writer: 'w', savedAt: 0, edits: 2 }

test('a patch replaces the parts it contains', () => {
  const before = { revision: 1, today: '2027-05-03', language: 'es-MX', posts: [{ key: 'a', label: 'A' }], history: {} } as View
  const patch = { revision: 2, today: '2027-05-03', language: 'es-MX', periods: [], history: { undo: 'x' } } as View
  const after = merge(before, { ...patch, changed: 'activities[a]', journal: { commands: [] } })
  expect(after).toEqual({ ...before, ...patch })
  expect(after.posts).toBe(before.posts)
  expect(merge(null, patch)).toEqual(patch)
})

test('a window is cut if it has fewer rows than were asked for', () => {
  const window = (from: number, rows: number, total: number) => ({ from, total, rows: new Array(rows), states: [] })
  expect(isCut(undefined, { from: 0, count: 60 })).toBe(false)
  expect(isCut(window(0, 60, 500), { from: 0, count: 60 })).toBe(false)
  expect(isCut(window(0, 17, 500), { from: 0, count: 60 })).toBe(true)
  expect(isCut(window(490, 10, 500), { from: 490, count: 60 })).toBe(false)
  expect(isCut(window(490, 9, 500), { from: 490, count: 60 })).toBe(true)
  expect(isCut(window(500, 0, 500), { from: 600, count: 60 })).toBe(false)
})

test('an engine matches the page if it has the same protocol', async () => {
  const matching = { protocol } as HelloResult
  expect(await checkVersion(async () => matching)).toBe(matching)
  const others: [name: string, hello: () => Promise<HelloResult>][] = [
    ['a newer one', async () => ({ protocol: protocol + 1 }) as HelloResult],
    ['an older one', async () => ({ protocol: protocol - 1 }) as HelloResult],
    ['one that has no version', async () => ({}) as HelloResult],
    ['one that rejects the call', () => Promise.reject(new Refusal('unknown-method', 'no such method'))],
    ['one that answers something else', () => Promise.reject(new SyntaxError('not JSON'))],
  ]
  for (const [name, hello] of others) await expect(checkVersion(hello), name).rejects.toBeInstanceOf(OtherVersion)
  await expect(checkVersion(() => Promise.reject(new EngineStopped('crashed')))).rejects.toBeInstanceOf(EngineStopped)
})

test('a file is read as text or, if it is not UTF-8, as bytes', async () => {
  const read = (...parts: BlobPart[]) => readFile(new File(parts, 'x'))
  expect(await read('{"a":"ñ"}')).toEqual({ text: '{"a":"ñ"}' })
  expect(await read('\ufeff{}')).toEqual({ text: '{}' })
  expect(await read('')).toEqual({ text: '' })
  expect(await read(new Uint8Array([0xff, 0xfe, 0x7b, 0x00]))).toEqual({ bytes: 'fffe7b00' })
  const long = (await read(new Uint8Array(100_000).fill(0xff))) as { bytes: string }
  expect(long.bytes).toHaveLength(4 * 32_768)
  await expect(readFile({ size: 1e9 } as File)).rejects.toBeInstanceOf(FileTooLarge)
})

test('paths are split', () => {
  const cases: [path: string, first: string, id: string | undefined, field: string][] = [
    ['activities', 'activities', undefined, ''],
    ['activities[a]', 'activities', 'a', ''],
    ['activities[a].span.end', 'activities', 'a', 'span.end'],
    ['activities[a].targets[3].x', 'activities', 'a', 'targets[3].x'],
    ['campaigns[c].media[m].cost', 'campaigns', undefined, 'media[m].cost'],
    ['office.name', 'office', undefined, ''],
  ]
  for (const [path, first, id, field] of cases) {
    expect(firstStep(path), path).toBe(first)
    expect(elementID(path, 'activities'), path).toBe(id)
    expect(fieldOf(path), path).toBe(field)
  }
  expect(elementID(elementPath('ownDays', 'x1'), 'ownDays')).toBe('x1')
  expect(pendingText({ pending: [{ path: 'a.b', text: '31/02' }] }, 'a.b')).toBe('31/02')
  expect(pendingText({}, 'a.b')).toBeUndefined()
})

test('a typed date is set, or kept as pending', () => {
  expect(dateCommand('p.start', '9 ago', '2027-08-09')).toEqual(change(set('p.start', '2027-08-09')))
  expect(dateCommand('p.start', '31/02', undefined)).toEqual({ kind: 'change', pending: [{ path: 'p.start', text: '31/02' }] })
})

test('an entry advances the record of a plan, and a copy resets its edits', () => {
  const view = { identity: { fiscalYear: 2027, municipality: 'Tonaya', office: 'Obras' } } as View
  const after = recordAfter(record, view, 9)
  expect(after).toEqual({ ...record, title: 'POA 2027 · Tonaya · Obras', seq: 5, edits: 3, savedAt: 9 })
  expect(recordCopied(after, 10)).toEqual({ ...after, edits: 0, copiedAt: 10 })
  expect(titleOf({ identity: { fiscalYear: 2027 } } as View)).toBe('POA 2027')
})

test('a copy is due after twenty edits, or after three days with an edit', () => {
  const cases: [edits: number, copiedAt: number | undefined, due: boolean, age: number | undefined][] = [
    [0, undefined, false, undefined],
    [19, undefined, false, undefined],
    [20, undefined, true, undefined],
    [1, 10 * day, false, 0],
    [1, 8 * day + 1, false, 1],
    [1, 7 * day, true, 3],
    [0, day, false, 9],
    [20, 10 * day, true, 0],
  ]
  for (const [edits, copiedAt, due, age] of cases) {
    const plan = { ...record, edits, copiedAt }
    expect(copyDue(plan, 10 * day), `${edits} edits, copied at ${copiedAt}`).toBe(due)
    expect(copyAge(plan, 10 * day)).toBe(age)
  }
})

test('a failed write means exhausted or denied storage', () => {
  expect(problemOf(new DOMException('full', 'QuotaExceededError'))).toBe('quota')
  expect(problemOf(new DOMException('no', 'SecurityError'))).toBe('denied')
  expect(problemOf(new Error('closed'))).toBe('denied')
})

test('closing the page loses work only if it is not stored', () => {
  expect(wouldLoseWork('saved', 3)).toBe(false)
  expect(wouldLoseWork('saving', 3)).toBe(false)
  expect(wouldLoseWork('denied', 0)).toBe(false)
  expect(wouldLoseWork('denied', 1)).toBe(true)
  expect(wouldLoseWork('quota', 0)).toBe(true)
})

test('steps run in order, also after a failure', async () => {
  const log: unknown[] = []
  const queue = new Queue(() => undefined, (reason) => log.push(reason))
  let release = () => {}
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  const results = [
    queue.run(async () => {
      await gate
      log.push('first')
    }),
    queue.run(() => Promise.reject('second fails')),
    queue.run(async () => void log.push('third')),
  ]
  expect(log).toEqual([])
  release()
  expect(await Promise.all(results)).toEqual([true, false, true])
  expect(log).toEqual(['first', 'second fails', 'third'])
})

test('a step waits until the queue is ready', async () => {
  const log: string[] = []
  let ready: Promise<void> | undefined = new Promise((resolve) => setTimeout(resolve)).then(() => void log.push('ready'))
  const queue = new Queue(() => ready, () => {})
  await queue.run(async () => void log.push('step'))
  ready = undefined
  await queue.run(async () => void log.push('next'))
  expect(log).toEqual(['ready', 'step', 'next'])
})

test('file names are plain', () => {
  expect(slug('poa 2027 Valle de Juárez')).toBe('poa-2027-valle-de-juarez')
  expect(slug(' ¡Ñandú!  ')).toBe('nandu')
})

test('ids have sixteen characters and differ', () => {
  const ids = Array.from({ length: 1000 }, newID)
  for (const id of ids) expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{16}$/)
  expect(new Set(ids).size).toBe(ids.length)
})

test('today is the local civil date', () => {
  expect(today(new Date(2027, 0, 5, 23, 59))).toBe('2027-01-05')
  expect(today(new Date(2027, 11, 31, 0, 0))).toBe('2027-12-31')
})
