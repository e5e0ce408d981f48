// The hash router. Until this script runs, the style sheet chooses between the first
// screen and the plan by :target; afterwards by data-screen on the body. Clicks on
// links are handled here, because the browser would move the focus to the fragment.

import { computed, signal } from '@preact/signals'
import { viewAt } from './views/registry'

// The addresses that are not views.
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

/** Which screen is shown: the first one, the first one with the form of a new plan, or the plan. */
export const screen = computed(() => {
  if (viewAt(hash.value) || hash.value === sample) return 'plan'
  return hash.value === newPlan ? 'new' : 'first'
})

/** Navigates to an address; replace replaces the current history entry. */
export function go(address: string, replace = false) {
  if (replace) history.replaceState(null, '', `#${address}`)
  else if (address !== hash.peek()) history.pushState(null, '', `#${address}`)
  hash.value = address
}
