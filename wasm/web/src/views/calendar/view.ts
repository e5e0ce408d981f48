import type { ViewDescriptor } from '../descriptor'

export const calendar = {
  address: 'calendario',
  label: ['Calendario', 'Calendar'],
  paths: ['calendar', 'workWeek', 'ownDays'],
  onDemand: true,
  load: async () => {
    const { Calendar: Component, reveal } = await import('./Calendar')
    return { Component, reveal }
  },
} as const satisfies ViewDescriptor
