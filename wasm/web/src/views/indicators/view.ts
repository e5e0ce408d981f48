import type { ViewDescriptor } from '../descriptor'

export const indicators = {
  address: 'indicadores',
  label: ['Indicadores', 'Indicators'],
  paths: ['indicators', 'measurements'],
  load: async () => ({ Component: (await import('./Indicators')).Indicators }),
} as const satisfies ViewDescriptor
