import { useEffect } from 'preact/hooks'
import type { CalendarView, View } from '../../gen/rpc'
import { translate } from '../../language'
import * as plan from '../../plan'
import { BaseCalendar } from './BaseCalendar'
import { runsOf } from './days'
import { LastStep } from './LastStep'
import { Blackouts, SpecialDays } from './Lists'
import { OwnDays } from './OwnDays'
import { picked, unpick } from './picking'
import { calendar as descriptor } from './view'
import { w } from './words'
import { Year } from './Year'
import './year.css'
import './own-days.css'
import './calendar.css'

export { reveal } from './focus'

/** The fiscal year day by day, and the decisions of the office about it. */
export function Calendar({ view: { calendar, identity, findings, today } }: { view: View }) {
  useEffect(listenForEscape, [])
  if (!calendar) return null
  const year = identity?.fiscalYear ?? 0
  const runs = runsOf(calendar.days)
  const items = findings?.items ?? []
  return (
    <div class="view calendar">
      <Head view={calendar} year={year} />
      {calendar.marks ? (
        <Year year={year} today={today} view={calendar} runs={runs} />
      ) : (
        <p class="empty">{w('noCalendar')}</p>
      )}
      <OwnDays view={calendar} year={year} calendar={identity?.calendar ?? ''} findings={items} />
      <BaseCalendar view={calendar} findings={items} />
      {calendar.marks && (
        <>
          <SpecialDays runs={runs} view={calendar} />
          <Blackouts rows={calendar.blackouts ?? []} />
        </>
      )}
      <LastStep />
    </div>
  )
}

function Head({ view, year }: { view: CalendarView; year: number }) {
  const total = view.businessDays.reduce((sum, days) => sum + days, 0)
  return (
    <div class="calendar-head">
      <div>
        <h1>{translate(descriptor.label)}</h1>
        {view.marks && (
          <p class="lead">
            {w('yearDays', total, String(year))}
            <span class="fine block">{view.name}</span>
          </p>
        )}
      </div>
      <div class="actions">
        {!plan.readOnly.value && (
          <button type="button" onClick={goToAdding}>
            {w('addOwn')}
          </button>
        )}
        <button type="button" onClick={() => print()}>
          {w('printYear')}
        </button>
      </div>
    </div>
  )
}

function goToAdding() {
  const adding = document.getElementById('own-add')
  adding?.scrollIntoView({ block: 'center' })
  adding?.querySelector('button')?.focus({ preventScroll: true })
}

/** Clears the picked days, or else the last step, on Escape. Returns a function that stops listening. */
function listenForEscape(): () => void {
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    if (picked.peek()) unpick()
    else plan.lastStep.value = null
  }
  // A step that was done in another view is not shown here.
  plan.lastStep.value = null
  addEventListener('keydown', press)
  return () => {
    removeEventListener('keydown', press)
    unpick()
  }
}
