import { expect, test } from '@playwright/test'
import { readdirSync } from 'node:fs'
import type { FindingList, View } from '../../src/gen/rpc'
import { hasView, home, viewAt, viewOfPath, views } from '../../src/views/registry'

for (const view of views) {
  test(`the view ${view.address} is complete`, () => {
    const others = views.filter((other) => other !== view)
    expect(view.address).toMatch(/^[a-z]+$/)
    expect(view.label.every((text) => text !== '')).toBe(true)
    expect(viewAt(view.address)).toBe(view)
    expect(others.map(({ address }) => address)).not.toContain(view.address)
    for (const path of view.paths) expect(viewOfPath(`${path}[a].b`)?.address, path).toBe(view.address)
  })
}

test('every folder of views is in the registry', () => {
  const entries = readdirSync(new URL('../../src/views/', import.meta.url), { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  // A folder has the English name of its view.
  const names = views.map(({ label: [, english] }) => english.toLowerCase().replaceAll(' ', '-'))
  expect(folders.sort(), 'folders, and the English labels of the registry').toEqual(names.sort())
})

test('every view has paths, unless it shows the plan as a whole', () => {
  const whole = views.filter((view) => view.paths.length === 0).map(({ address }) => address)
  expect(whole.sort()).toEqual(['informe', 'observaciones'])
})

const paths: [path: string, address: string | undefined][] = [
  ['activities', 'actividades'],
  ['activities[gaceta].span.end', 'actividades'],
  ['calendar', 'calendario'],
  ['workWeek', 'calendario'],
  ['ownDays[d].name', 'calendario'],
  ['campaigns[feria]', 'campanas'],
  ['funds[f].ceiling', 'presupuesto'],
  ['lines[l].months[3]', 'presupuesto'],
  ['ledger[e]', 'presupuesto'],
  ['indicators[i].formula', 'indicadores'],
  ['measurements[m]', 'indicadores'],
  ['office.kind', 'resumen'],
  ['periods[q1].span', undefined],
  ['mission', undefined],
  ['', undefined],
]
for (const [path, address] of paths) {
  test(`the view of ${path || 'an empty path'} is ${address ?? 'none'}`, () => {
    expect(viewOfPath(path)?.address).toBe(address)
    expect(hasView(path)).toBe(address !== undefined)
  })
}

test('a plan opens in the first view', () => {
  expect(home).toBe(views[0])
  expect(viewAt('ejemplo')).toBeUndefined()
})

test('the badge of the findings counts them, and turns bad if one blocks', () => {
  const badge = (...counts: FindingList['counts']) => viewAt('observaciones')?.badge?.({ findings: { counts, items: [] } } as unknown as View)
  expect(viewAt('observaciones')?.badge?.({} as View)).toBeUndefined()
  expect(badge({ severity: 'blocking', count: 0 })).toBeUndefined()
  expect(badge({ severity: 'blocking', count: 0 }, { severity: 'warning', count: 2 })).toEqual({ count: 2, tone: undefined })
  expect(badge({ severity: 'blocking', count: 1 }, { severity: 'warning', count: 2 })).toEqual({ count: 3, tone: 'bad' })
})
