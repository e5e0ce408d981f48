import { expect, test } from '@playwright/test'
import type { FindingItem } from '../../src/gen/rpc'
import { findingsOn } from '../../src/ui/findings'

const item = (path: string, count?: number) => ({ path, count, code: 'c', severity: 'warning', text: path }) as FindingItem

test('an element has the findings about it alone, and those that the list counts as one', () => {
  const list = [item('activities[a1].span'), item('activities[a1].responsible', 40), item('activities[a2].span')]
  const row = { findings: [item('activities[a1].responsible')] }
  expect(findingsOn('activities[a1]', list, row)).toEqual([list[0], row.findings[0]])
  expect(findingsOn('activities[a2]', list, {})).toEqual([list[2]])
  expect(findingsOn('activities[a2]')).toEqual([])
})
