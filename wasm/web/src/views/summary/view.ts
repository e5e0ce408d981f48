import type { ViewDescriptor } from '../descriptor'

export const summary = {
  address: 'resumen',
  label: ['Resumen', 'Summary'],
  paths: [],
  load: async () => ({ Component: (await import('./Summary')).Summary }),
} as const satisfies ViewDescriptor
