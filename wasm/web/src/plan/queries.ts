// Queries that do not change the plan. They run in the queue of steps, and return an
// empty result if the engine fails.

import type { ActivityRow, DayOff } from '../gen/rpc'
import { call, context, queue } from './engineHost'
import { view } from './state'

/** How many rows are searched at a time. */
const searchWindow = 500

/** The activity at a position, which need not be in the window. */
export function activityAt(position: number): Promise<ActivityRow | undefined> {
  return query(undefined, async () => {
    const { activities } = await call('view', { rows: { from: position, count: 1 } })
    return activities?.rows[0]
  })
}

/** The position of an activity in the plan, or -1. */
export async function positionOf(id: string): Promise<number> {
  const inView = view.peek()?.activities
  const index = inView?.rows.findIndex((row) => row.id === id) ?? -1
  if (index >= 0) return inView!.from + index
  return query(-1, async () => {
    for (let from = 0, total = 1; from < total; ) {
      const { activities } = await call('view', { rows: { from, count: searchWindow } })
      if (!activities?.rows.length) return -1
      const at = activities.rows.findIndex((row) => row.id === id)
      if (at >= 0) return from + at
      from += activities.rows.length
      total = activities.total
    }
    return -1
  })
}

/** The days off of a calendar in a year. */
export function daysOff(profile: string, year: number): Promise<DayOff[]> {
  return query([], async () => (await call('calendar', { context: context(), profile, year })).days)
}

/** The official document as HTML. */
export function report(): Promise<string> {
  return query('', async () => (await call('report', {})).html)
}

async function query<T>(fallback: T, run: () => Promise<T>): Promise<T> {
  let result = fallback
  await queue.run(async () => {
    result = await run()
  })
  return result
}
