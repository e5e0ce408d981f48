import type { Severity } from '../gen/rpc'
import { type Text, translate } from '../language'

/** The label, shape and tone of each severity, most severe first. */
export const severities: Record<Severity, { label: Text; shape: string; tone: string }> = {
  blocking: { label: ['Impide cerrar', 'Blocks closing'], shape: '■', tone: 'bad' },
  warning: { label: ['Advertencia', 'Warning'], shape: '◆', tone: 'risk' },
  suggestion: { label: ['Sugerencia', 'Suggestion'], shape: '○', tone: 'none' },
}

/** The label of a severity in the language of the page. */
export function severity(key: Severity): string {
  return translate(severities[key].label)
}
