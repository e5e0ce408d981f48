// Where the person is: the part of the address after #. The style sheet shows
// the first screen or the plan by it, before any script runs (index.html).

import { signal } from '@preact/signals'
import type { Word } from './words'

/** The parts of the plan by their address, with the word of the page for each. */
export const places = {
  resumen: 'summary',
  actividades: 'activities',
  presupuesto: 'budget',
  campanas: 'campaigns',
  indicadores: 'indicators',
  observaciones: 'findings',
  informe: 'report',
} as const satisfies Record<string, Word>

export type Place = keyof typeof places

export const hash = signal(location.hash.slice(1))

addEventListener('hashchange', () => {
  hash.value = location.hash.slice(1)
})

export function placeOf(name: string): Place | undefined {
  return name in places ? (name as Place) : undefined
}

/** Goes to a part of the plan; with replace the step leaves no trace in the history. */
export function go(name: string, replace = false) {
  if (replace) location.replace(`#${name}`)
  else location.hash = name
  hash.value = name
}

/** The part of the plan a path of the engine belongs to. */
export function placeOfPath(path: string): Place {
  const list = path.split(/[.[]/, 1)[0]
  switch (list) {
    case 'activities':
      return 'actividades'
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
