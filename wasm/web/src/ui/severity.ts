import type { Severity } from '../gen/rpc'
import { type Text, translate } from '../language'

/** Each severity as shape, tone and word, the most severe first. */
export const severities: Record<Severity, { label: Text; shape: string; tone: string }> = {
  blocking: { label: ['Impide cerrar', 'Blocks closing'], shape: '■', tone: 'bad' },
  warning: { label: ['Advertencia', 'Warning'], shape: '◆', tone: 'risk' },
  suggestion: { label: ['Sugerencia', 'Suggestion'], shape: '○', tone: 'none' },
}

/** A severity in words. */
export function severity(key: Severity): string {
  return translate(severities[key].label)
}
