import type { ViewDescriptor } from '../descriptor'

export const campaigns = {
  address: 'campanas',
  label: ['Campañas', 'Campaigns'],
  paths: ['campaigns'],
  load: async () => {
    const { Campaigns: Component, reveal } = await import('./Campaigns')
    return { Component, reveal }
  },
} as const satisfies ViewDescriptor
