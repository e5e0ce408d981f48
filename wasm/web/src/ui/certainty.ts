import type { Status } from '../gen/rpc'
import { type Text, translate } from '../language'

const statuses: Record<Status, { label: Text; shape: string; tone: string; doubt: Text }> = {
  sourced: { label: ['Con fuente', 'Sourced'], shape: '●', tone: 'good', doubt: ['', ''] },
  projected: {
    label: ['Proyectado', 'Projected'],
    shape: '◇',
    tone: 'run',
    doubt: ['proyectado: la autoridad aún puede decidir otra cosa', 'projected: the authority may still decide otherwise'],
  },
  disputed: {
    label: ['En disputa', 'Disputed'],
    shape: '◆',
    tone: 'risk',
    doubt: ['en disputa: las fuentes no coinciden', 'disputed: the sources disagree'],
  },
  'from-memory': {
    label: ['De memoria', 'From memory'],
    shape: '○',
    tone: 'none',
    doubt: ['de memoria: falta cotejarlo con la fuente', 'from memory: not yet held against its source'],
  },
}

/** The label, shape and tone of how certain a fact is. */
export function certainty(status: Status) {
  const { label, shape, tone } = statuses[status]
  return { label: translate(label), shape, tone }
}

/** Why a fact is uncertain; empty for a fact with a source. */
export function doubt(status: Status): string {
  return translate(statuses[status].doubt)
}
