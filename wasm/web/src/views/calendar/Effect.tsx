import type { OwnDayRow } from '../../gen/rpc'
import { w } from './words'

/** The effect of an own day on the number of business days, or a note that it does not count yet. */
export function Effect({ row: { idle, effect } }: { row: OwnDayRow }) {
  return (
    <p class={`fine effect${idle ? ' tone-risk' : ''}`}>
      {idle && <span aria-hidden="true">◇ </span>}
      {idle ? w('idle') : effectInWords(effect)}
    </p>
  )
}

function effectInWords(days: number): string {
  if (days === 0) return w('noEffect')
  const count = Math.abs(days)
  if (days > 0) return count === 1 ? w('givesOne') : w('gives', count)
  return count === 1 ? w('takesOne') : w('takes', count)
}
