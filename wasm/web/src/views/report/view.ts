import type { ViewDescriptor } from '../descriptor'

export const report = {
  address: 'informe',
  label: ['Informe', 'Report'],
  paths: [],
  fillsWindow: true,
  load: async () => ({ Component: (await import('./Report')).Report }),
} as const satisfies ViewDescriptor
