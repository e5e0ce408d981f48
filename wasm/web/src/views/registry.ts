// The views of a plan, in the order of the navigation. This is the only list of
// them: the router, the navigation, page titles, links to fields, the anchors of
// index.html (see vite.config.ts) and the tests are all derived from it. Descriptors
// import their components on demand, so that Node can load the list as well.

import { firstStep } from '../plan/paths'
import { activities } from './activities/view'
import { budget } from './budget/view'
import { calendar } from './calendar/view'
import { campaigns } from './campaigns/view'
import type { ViewDescriptor } from './descriptor'
import { findings } from './findings/view'
import { indicators } from './indicators/view'
import { report } from './report/view'
import { summary } from './summary/view'

const list = [summary, activities, calendar, budget, campaigns, indicators, findings, report] as const

export type Address = (typeof list)[number]['address']

export const views: readonly ViewDescriptor<Address>[] = list

/** The view that is shown when a plan is opened. */
export const home: ViewDescriptor<Address> = list[0]

export function viewAt(address: string): ViewDescriptor<Address> | undefined {
  return views.find((view) => view.address === address)
}

/** The view that shows the value at a path, or undefined if none does. */
export function viewOfPath(path: string): ViewDescriptor<Address> | undefined {
  const step = firstStep(path)
  return views.find((view) => view.paths.some((path) => path === step))
}

export function hasView(path: string): boolean {
  return viewOfPath(path) !== undefined
}
