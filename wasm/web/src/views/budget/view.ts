import type { ViewDescriptor } from '../descriptor'

export const budget = {
  address: 'presupuesto',
  label: ['Presupuesto', 'Budget'],
  paths: ['funds', 'lines', 'ledger'],
  load: async () => ({ Component: (await import('./Budget')).Budget }),
} as const satisfies ViewDescriptor
