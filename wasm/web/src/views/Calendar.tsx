import { useSignalEffect } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import '../calendar/calendar.css'
import { extending, picked } from '../calendar/adding'
import { Base } from '../calendar/Base'
import { runs } from '../calendar/days'
import { Done } from '../calendar/Done'
import { Blackouts, Special } from '../calendar/Lists'
import { OwnDays } from '../calendar/OwnDays'
import { c } from '../calendar/words'
import { Year } from '../calendar/Year'
import type { View } from '../gen/rpc'
import * as plan from '../plan'
import { t } from '../words'

/** The fiscal year day by day, and what the office decides about it. */
export function Calendar({ view }: { view: View }) {
  const { calendar, identity, findings, today } = view
  useSignalEffect(() => {
    const goal = plan.target.value
    if (!goal) return
    plan.target.value = null
    requestAnimationFrame(() => bringIntoView(goal.path, goal.focus ?? false))
  })
  useEffect(() => forgetPicked(), [])
  if (!calendar) return null
  const year = identity?.fiscalYear ?? 0
  const special = runs(calendar.days)
  const told = findings?.items ?? []
  const total = calendar.businessDays.reduce((sum, days) => sum + days, 0)
  return (
    <div class="calendar">
      <div class="calendar-head">
        <div>
          <h1>{t('calendar')}</h1>
          {calendar.marks && (
            <p class="lead">
              {c('yearDays', total, String(year))}
              <span class="fine block">{calendar.name}</span>
            </p>
          )}
        </div>
        <div class="actions">
          {!plan.readOnly.value && (
            <button type="button" onClick={goToAdding}>
              {c('addOwn')}
            </button>
          )}
          <button type="button" onClick={() => print()}>
            {c('printYear')}
          </button>
        </div>
      </div>
      {calendar.marks ? (
        <Year year={year} today={today} view={calendar} runs={special} />
      ) : (
        <p class="empty">{c('noCalendar')}</p>
      )}
      <OwnDays view={calendar} year={year} calendar={identity?.calendar ?? ''} findings={told} />
      <Base view={calendar} calendar={identity?.calendar ?? ''} findings={told} />
      {calendar.marks && (
        <>
          <Special runs={special} view={calendar} />
          <Blackouts rows={calendar.blackouts ?? []} />
        </>
      )}
      <Done />
    </div>
  )
}

/** Escape, and leaving the calendar, forget the days that were picked, and coming what was done before. It answers how to end that. */
function forgetPicked(): () => void {
  const forget = () => {
    picked.value = null
    extending.value = false
  }
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    if (picked.peek()) forget()
    else plan.lastStep.value = null
  }
  plan.lastStep.value = null
  addEventListener('keydown', key)
  return () => {
    removeEventListener('keydown', key)
    forget()
  }
}

function goToAdding() {
  const adding = document.getElementById('own-add')
  adding?.scrollIntoView({ block: 'center' })
  adding?.querySelector('button')?.focus({ preventScroll: true })
}

/** Brings the field of a path into view, or what is nearest to it. */
function bringIntoView(path: string, focus: boolean) {
  const fields = [...document.querySelectorAll<HTMLElement>('.calendar [data-path]')]
  const [element] = /^ownDays\[[^\]]*\]/.exec(path) ?? []
  const field =
    fields.find(({ dataset }) => dataset.path === path) ??
    fields.find(({ dataset }) => dataset.path!.startsWith(`${path}.`)) ??
    (element ? fields.find(({ dataset }) => dataset.path!.startsWith(`${element}.`)) : undefined)
  if (!field) {
    if (path.startsWith('ownDays')) document.getElementById('own-days')?.scrollIntoView({ block: 'center' })
    return
  }
  field.scrollIntoView({ block: 'center' })
  if (focus) field.focus({ preventScroll: true })
}
