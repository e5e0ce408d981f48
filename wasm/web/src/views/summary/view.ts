import type { ViewDescriptor } from '../descriptor'

export const summary = {
  address: 'resumen',
  label: ['Resumen', 'Summary'],
  paths: ['office'],
  load: async () => {
    const { Summary: Component, reveal } = await import('./Summary')
    return { Component, reveal }
  },
} as const satisfies ViewDescriptor
