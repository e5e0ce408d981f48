import type { FindingList, View } from '../../gen/rpc'
import type { Badge, ViewDescriptor } from '../descriptor'

export const findings = {
  address: 'observaciones',
  label: ['Observaciones', 'Findings'],
  paths: [],
  badge: ({ findings }: View): Badge | undefined => {
    if (!findings || total(findings) === 0) return undefined
    const blocking = findings.counts.some(({ severity, count }) => severity === 'blocking' && count > 0)
    return { count: total(findings), tone: blocking ? 'bad' : undefined }
  },
  load: async () => ({ Component: (await import('./Findings')).Findings }),
} as const satisfies ViewDescriptor

/** How many findings there are, also where the list has only the first of them. */
export function total({ counts }: FindingList): number {
  return counts.reduce((sum, { count }) => sum + count, 0)
}
