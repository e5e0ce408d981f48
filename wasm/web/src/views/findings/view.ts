import type { View } from '../../gen/rpc'
import type { Badge, ViewDescriptor } from '../descriptor'

export const findings = {
  address: 'observaciones',
  label: ['Observaciones', 'Findings'],
  paths: [],
  badge: ({ findings }: View): Badge | undefined => {
    if (!findings?.items.length) return undefined
    return { count: findings.items.length, tone: findings.blocking > 0 ? 'bad' : undefined }
  },
  load: async () => ({ Component: (await import('./Findings')).Findings }),
} as const satisfies ViewDescriptor
