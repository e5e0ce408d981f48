import * as plan from '../plan'
import { formatTime } from '../ui/format'
import { w } from './words'

/** The save state, and the age of the last copy in a file. */
export function Status() {
  const record = plan.record.value
  if (!record) return null
  const state = plan.saveState.value
  const due = plan.copyDue(record, Date.now())
  return (
    <p class="status">
      <span class={state === 'quota' || state === 'denied' ? 'tone-bad' : undefined} role="status">
        {state === 'saved' && w('savedAt', formatTime(record.savedAt))}
        {state === 'saving' && w('saving')}
        {state === 'unchanged' && w('unsaved')}
        {(state === 'quota' || state === 'denied') && `■ ${w(state)}`}
      </span>
      <span class={due ? 'tone-risk' : undefined}>
        {due && '◆ '}
        {ageOfCopy(plan.copyAge(record, Date.now()))}
      </span>
      {!plan.persistent.value && <span>{w('mayVanish')}</span>}
    </p>
  )
}

function ageOfCopy(days: number | undefined): string {
  if (days === undefined) return w('copyNever')
  if (days <= 0) return w('copyToday')
  return days === 1 ? w('copyYesterday') : w('copyDays', days)
}
