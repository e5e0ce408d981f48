import { expect, test } from '@playwright/test'
import { barOf } from '../../src/views/campaigns/bar'
import { countBy } from '../../src/views/summary/count'

test('states are counted in the order they first occur', () => {
  const badge = (key: string) => ({ key, label: key, shape: '●', tone: 'good' })
  expect(countBy([])).toEqual([])
  expect(countBy(['b', 'a', 'b'].map(badge)).map(({ state, count }) => [state.key, count])).toEqual([
    ['b', 2],
    ['a', 1],
  ])
})

test('the bar of a campaign lies in the year, both ends included', () => {
  expect(barOf(2027, '2027-01-01', '2027-12-31')).toEqual({ left: 0, width: 100 })
  expect(barOf(2027, '2026-06-01', '2028-06-01')).toEqual({ left: 0, width: 100 })
  const june = barOf(2027, '2027-06-01', '2027-06-30')!
  expect(june.left).toBeCloseTo((151 / 365) * 100)
  expect(june.width).toBeCloseTo((30 / 365) * 100)
  expect(barOf(2027, '2027-06-01', '2027-06-01')!.width).toBe(1)
  expect(barOf(2027, '2028-02-01', '2028-03-01')).toBeUndefined()
  expect(barOf(2027, '2027-06-01', undefined)).toBeUndefined()
})
