import { expect, test } from '@playwright/test'
import type { ActivityRow, View } from '../../src/gen/rpc'
import { language } from '../../src/language'
import { change, set } from '../../src/plan/commands'
import { type Column, columns, isIllustrative, nameColumn, pathOf, pendingOf, typedOf } from '../../src/views/activities/columns'
import { dateNear, firstFields, insertActivity, pastedText, pendingRow, removeActivity, setCell } from '../../src/views/activities/commands'
import { actionOf, cellAfter, clamp, renderedRows, windowStart } from '../../src/views/activities/moves'

const row: ActivityRow = {
  id: 'a',
  name: 'Feria',
  start: '2027-08-02',
  end: '2027-08-13',
  days: 10,
  planned: '1200',
  done: '0',
  period: 'q3',
  state: { key: 'late', label: 'Atrasada', shape: '■', tone: 'bad' },
}

const column = (id: Column['id']): Column => columns.find((found) => found.id === id)!

test('every column has a text for an activity', () => {
  const view = { periods: [{ id: 'q3', name: 'Tercer trimestre' }], posts: [] } as unknown as View
  language.value = 'es-MX'
  for (const { id, text } of columns) expect(typeof text(row, view), id).toBe('string')
  expect(columns.map((found) => found.text(row, view)).slice(1, 7)).toEqual(['Feria', '2 ago 2027', '13 ago 2027', '10', 'Tercer trimestre', ''])
  expect(columns[nameColumn]).toBe(column('name'))
  for (const { id, kind, field, choices } of columns) {
    expect(field === undefined, id).toBe(kind === 'computed')
    expect(choices !== undefined, id).toBe(kind === 'choice')
  }
})

test('a pending text is what the cell shows and edits', () => {
  const end = column('end')
  const typed = { ...row, pending: [{ path: 'activities[a].span.end', text: '31/02' }] }
  expect(pathOf('a', end)).toBe('activities[a].span.end')
  expect(pendingOf(typed, end)).toBe('31/02')
  expect(pendingOf(typed, column('start'))).toBeUndefined()
  expect(pendingOf(typed, column('days'))).toBeUndefined()
  expect(typedOf(typed, end, {} as View)).toBe('31/02')
  language.value = 'es-MX'
  expect(typedOf(row, end, {} as View)).toBe('13/08/2027')
  expect(typedOf(undefined, end, {} as View)).toBe('')
})

test('an illustrative value marks its cell', () => {
  const made = { ...row, illustrative: ['activities[a].targets', 'activities[a].span.start'] }
  const marked = columns.filter((found) => isIllustrative(made, found)).map(({ id }) => id)
  expect(marked).toEqual(['start', 'planned'])
  expect(columns.some((found) => isIllustrative(row, found))).toBe(false)
})

test('commands for typed text', () => {
  expect(setCell(row, column('name'), 'Otra')).toEqual(change(set('activities[a].name', 'Otra')))
  expect(setCell(row, column('name'), '')).toEqual(change(set('activities[a].name', null)))
  expect(setCell(row, column('period'), '')).toEqual(change(set('activities[a].period', null)))
  expect(removeActivity('a')).toEqual(change({ op: 'remove', path: 'activities[a]' }))
  expect(insertActivity('n', { name: 'Censo' })).toEqual(change({ op: 'insert', path: 'activities', value: { id: 'n', name: 'Censo' } }))
  expect(firstFields(column('unit'), 'taller')).toEqual({ unit: 'taller' })
  expect(firstFields(column('start'), '9 ago')).toEqual({})
  expect(pendingRow('n', { name: 'Censo' })).toMatchObject({ id: 'n', name: 'Censo', days: 0 })
})

test('a typed date is completed from the other end of the span', () => {
  expect(dateNear(row, column('start'))).toBe('2027-08-02')
  expect(dateNear(row, column('end'))).toBe('2027-08-13')
  expect(dateNear({ ...row, end: undefined }, column('end'))).toBe('2027-08-02')
  expect(dateNear({ ...row, start: undefined }, column('start'))).toBe('2027-08-13')
})

test('only a single text is pasted, and only into a text or date column', () => {
  expect(pastedText(' Feria ', column('name'))).toBe('Feria')
  expect(pastedText('9 ago\n', column('start'))).toBe('9 ago')
  expect(pastedText('a\tb', column('name'))).toBeUndefined()
  expect(pastedText('a\nb', column('name'))).toBeUndefined()
  expect(pastedText('  ', column('name'))).toBeUndefined()
  expect(pastedText('x', column('days'))).toBeUndefined()
  expect(pastedText('x', column('period'))).toBeUndefined()
})

const size = { rows: 100, columns: 11, page: 9 }
const press = (key: string, more: object = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...more })

const keys: [name: string, event: ReturnType<typeof press>, action: unknown][] = [
  ['ArrowDown', press('ArrowDown'), { move: { row: 6, column: 3 } }],
  ['Ctrl+ArrowDown', press('ArrowDown', { ctrlKey: true }), { move: { row: 99, column: 3 } }],
  ['ArrowUp', press('ArrowUp'), { move: { row: 4, column: 3 } }],
  ['Cmd+ArrowUp', press('ArrowUp', { metaKey: true }), { move: { row: 0, column: 3 } }],
  ['ArrowRight', press('ArrowRight'), { move: { row: 5, column: 4 } }],
  ['Ctrl+ArrowRight', press('ArrowRight', { ctrlKey: true }), { move: { row: 5, column: 10 } }],
  ['ArrowLeft', press('ArrowLeft'), { move: { row: 5, column: 2 } }],
  ['Home', press('Home'), { move: { row: 5, column: 0 } }],
  ['Ctrl+Home', press('Home', { ctrlKey: true }), { move: { row: 0, column: 0 } }],
  ['End', press('End'), { move: { row: 5, column: 10 } }],
  ['Ctrl+End', press('End', { ctrlKey: true }), { move: { row: 99, column: 10 } }],
  ['PageDown', press('PageDown'), { move: { row: 14, column: 3 } }],
  ['PageUp', press('PageUp'), { move: { row: -4, column: 3 } }],
  ['Enter', press('Enter'), { edit: 'keep' }],
  ['F2', press('F2'), { edit: 'keep' }],
  ['Delete', press('Delete'), 'clear'],
  ['Backspace', press('Backspace'), 'clear'],
  ['a letter', press('ñ'), { edit: 'replace' }],
  ['a dead key', press('Dead'), { edit: 'replace' }],
  ['Ctrl+C', press('c', { ctrlKey: true }), undefined],
  ['Alt+A', press('a', { altKey: true }), undefined],
  ['Tab', press('Tab'), undefined],
  ['F8', press('F8'), undefined],
]
for (const [name, event, action] of keys) {
  test(`${name} in the grid`, () => {
    expect(actionOf(event, { row: 5, column: 3 }, size)).toEqual(action)
  })
}

test('the cursor stays in the grid', () => {
  expect(clamp({ row: -4, column: -1 }, size)).toEqual({ row: 0, column: 0 })
  expect(clamp({ row: 100, column: 11 }, size)).toEqual({ row: 99, column: 10 })
  expect(clamp({ row: 3, column: 2 }, { rows: 0, columns: 11 })).toEqual({ row: 0, column: 2 })
})

test('after an edit the cursor skips computed columns', () => {
  const editable = [true, false, true]
  const after = (row: number, column: number, move: 'next' | 'previous' | 'down' | 'up' | 'stay') => cellAfter({ row, column }, move, 3, editable)
  expect(after(1, 1, 'stay')).toEqual({ row: 1, column: 1 })
  expect(after(1, 1, 'down')).toEqual({ row: 2, column: 1 })
  expect(after(1, 1, 'up')).toEqual({ row: 0, column: 1 })
  expect(after(0, 0, 'next')).toEqual({ row: 0, column: 2 })
  expect(after(0, 2, 'next')).toEqual({ row: 1, column: 0 })
  expect(after(1, 0, 'previous')).toEqual({ row: 0, column: 2 })
  expect(after(0, 2, 'previous')).toEqual({ row: 0, column: 0 })
})

test('the visible rows and a margin are rendered', () => {
  expect(renderedRows(0, 460, 46, 10_000, 6)).toEqual([0, 16])
  expect(renderedRows(4_600, 460, 46, 10_000, 6)).toEqual([94, 116])
  expect(renderedRows(459_900, 460, 46, 10_000, 6)).toEqual([9_991, 10_000])
  expect(renderedRows(0, 460, 46, 1, 6)).toEqual([0, 1])
})

test('the visible rows are fetched, also when the engine cuts the window', () => {
  const size = 120
  // An engine that returns at most `most` rows, and a grid that asks until it has what it shows.
  const fetched = (first: number, last: number, total: number, most: number, before = { from: 0, until: 0, cut: false }) => {
    let window = before
    let asked = 0
    for (; asked < 10; asked++) {
      const start = windowStart(first, Math.min(last, total), window, size)
      if (start === undefined) break
      const until = Math.min(start + Math.min(size, most), total)
      window = { from: start, until, cut: until - start < Math.min(size, total - start) }
    }
    return { ...window, asked }
  }
  expect(fetched(0, 40, 500, size)).toEqual({ from: 0, until: 120, cut: false, asked: 1 })
  expect(fetched(200, 240, 500, size)).toEqual({ from: 160, until: 280, cut: false, asked: 1 })
  expect(fetched(480, 530, 500, size)).toEqual({ from: 440, until: 500, cut: false, asked: 1 })
  for (const most of [1, 17, 39, 60]) {
    for (const first of [0, 1, 30, 200, 460, 499]) {
      const last = Math.min(first + 40, 500)
      const got = fetched(first, last, 500, most)
      expect(got.asked, `${most} rows at ${first}`).toBeLessThan(3)
      expect(got.from, `${most} rows at ${first}`).toBeLessThanOrEqual(first)
      expect(got.until, `${most} rows at ${first}`).toBeGreaterThanOrEqual(Math.min(first + most, last))
    }
  }
  // The next rows, after a cut window.
  expect(fetched(17, 57, 500, 17, { from: 0, until: 17, cut: true })).toMatchObject({ from: 17, until: 34 })
  expect(fetched(0, 40, 500, 17, { from: 17, until: 34, cut: true })).toMatchObject({ from: 0, until: 17 })
})
