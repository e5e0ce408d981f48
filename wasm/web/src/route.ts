// Where the person is: the part of the address after #. Before any script runs,
// the style sheet decides by :target whether the first screen or the plan is
// shown; afterwards data-screen on the body does. Links are followed here and
// not by the browser, which would move the focus to the fragment.

import { computed, signal } from '@preact/signals'
import { viewAt } from './views/registry'

/** The addresses that are not views of the plan. */
export const firstScreen = 'inicio'
export const newPlan = 'nuevo'
export const sample = 'ejemplo'

export const hash = signal(location.hash.slice(1))

for (const moved of ['hashchange', 'popstate']) {
  addEventListener(moved, () => {
    hash.value = location.hash.slice(1)
  })
}

addEventListener('click', (event: MouseEvent) => {
  const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[href^="#"]')
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  go(link.hash.slice(1))
})

/** The first screen, the same with the form of a new plan, or the plan. */
export const screen = computed(() => {
  if (viewAt(hash.value) || hash.value === sample) return 'plan'
  return hash.value === newPlan ? 'new' : 'first'
})

/** Goes to an address; with replace, the step leaves no trace in the history. */
export function go(address: string, replace = false) {
  if (replace) history.replaceState(null, '', `#${address}`)
  else if (address !== hash.peek()) history.pushState(null, '', `#${address}`)
  hash.value = address
}
