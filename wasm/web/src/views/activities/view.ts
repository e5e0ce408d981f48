import type { ViewDescriptor } from '../descriptor'

export const activities = {
  address: 'actividades',
  label: ['Actividades', 'Activities'],
  paths: ['activities'],
  fillsWindow: true,
  load: async () => {
    const { Activities: Component, reveal } = await import('./Activities')
    return { Component, reveal }
  },
} as const satisfies ViewDescriptor
