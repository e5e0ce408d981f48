// Where the person is: the part of the address after #. Before any script runs
// the style sheet shows the first screen or the plan by it; then data-screen on
// the body says which. Moves are made here and not by the browser, which takes
// the focus away from where we put it when it goes to a fragment.

import { computed, signal } from '@preact/signals'
import type { Word } from './words'

/** The parts of the plan by their address, with the word of the page for each. */
export const places = {
  resumen: 'summary',
  actividades: 'activities',
  calendario: 'calendar',
  presupuesto: 'budget',
  campanas: 'campaigns',
  indicadores: 'indicators',
  observaciones: 'findings',
  informe: 'report',
} as const satisfies Record<string, Word>

export type Place = keyof typeof places

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
  if (placeOf(hash.value) || hash.value === 'ejemplo') return 'plan'
  return hash.value === 'nuevo' ? 'new' : 'first'
})

export function placeOf(name: string): Place | undefined {
  return name in places ? (name as Place) : undefined
}

/** Goes to a part of the plan; with replace the step leaves no trace in the history. */
export function go(name: string, replace = false) {
  if (replace) history.replaceState(null, '', `#${name}`)
  else if (name !== hash.peek()) history.pushState(null, '', `#${name}`)
  hash.value = name
}

/** The part of the plan a path of the engine belongs to. */
export function placeOfPath(path: string): Place {
  const list = path.split(/[.[]/, 1)[0]
  switch (list) {
    case 'activities':
      return 'actividades'
    case 'calendar':
    case 'workWeek':
    case 'ownDays':
      return 'calendario'
    case 'campaigns':
      return 'campanas'
    case 'funds':
    case 'lines':
    case 'ledger':
      return 'presupuesto'
    case 'indicators':
    case 'measurements':
      return 'indicadores'
    default:
      return 'resumen'
  }
}
