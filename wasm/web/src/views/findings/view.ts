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

/** The number of all findings; the list may have only the first ones. */
export function total({ counts }: FindingList): number {
  return counts.reduce((sum, { count }) => sum + count, 0)
}
