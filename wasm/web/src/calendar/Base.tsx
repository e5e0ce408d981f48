import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { CalendarView, Choice, FindingItem } from '../gen/rpc'
import { Finding } from '../parts/Finding'
import * as plan from '../plan'
import { language, t } from '../words'
import { c } from './words'

interface Props {
  view: CalendarView
  /** The key of the plan's calendar. */
  calendar: string
  findings: FindingItem[]
}

/** The calendar the plan starts from, what is added to it, and the week. */
export function Base({ view, calendar, findings }: Props) {
  const calendars = useSignal<Choice[]>([])
  useEffect(() => {
    void plan.calendars().then((list) => {
      if (list.length) calendars.value = list
    })
  }, [language.value])

  const has = (key: string) => calendars.value.some((choice) => choice.key === key)
  // What is put together in another way stays as it is, as one choice.
  const parts = calendar.split(' + ')
  const added: string[] = []
  while (parts.length > 1 && has(parts.at(-1)!)) added.unshift(parts.pop()!)
  const first = parts.join(' + ')
  const write = (keys: string[]) => void plan.setText('calendar', keys.join(' + '))
  const disabled = plan.readOnly.value
  const worked = (key: string) => view.workWeek.some((day) => day === key)

  return (
    <section class="base" aria-labelledby="base-calendar">
      <h2 id="base-calendar">{c('base')}</h2>
      {findings
        .filter((item) => item.path === 'calendar' || item.path === 'workWeek')
        .map((item) => (
          <Finding key={item.code + item.path} item={item} place={false} />
        ))}
      <div class="columns">
        <div class="base-part">
          <label class="field named">
            <span>{c('baseCalendar')}</span>
            <select
              data-path="calendar"
              disabled={disabled}
              value={first}
              onChange={(event) => {
                const key = event.currentTarget.value
                write([key, ...added.filter((other) => other !== key)])
              }}
            >
              {first === '' && <option value="">{t('chooseNone')}</option>}
              {first !== '' && !has(first) && <option value={first}>{(added.length === 0 && view.name) || first}</option>}
              {calendars.value.map(({ key, label }) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          {first !== '' && (
            <fieldset disabled={disabled}>
              <legend>{c('alsoOf')}</legend>
              {calendars.value
                .filter(({ key }) => key !== first)
                .map(({ key, label }) => (
                  <label key={key} class="tick">
                    <input
                      type="checkbox"
                      checked={added.includes(key)}
                      onChange={(event) =>
                        write([first, ...(event.currentTarget.checked ? [...added, key] : added.filter((other) => other !== key))])
                      }
                    />
                    {label}
                  </label>
                ))}
            </fieldset>
          )}
          {view.name && (
            <p class="fine">
              <span class="label">{c('inForce')}:</span> {view.name}
            </p>
          )}
        </div>
        <fieldset class="week" disabled={disabled}>
          <legend>{c('week')}</legend>
          <div class="ticks" data-path="workWeek" tabindex={-1}>
            {view.weekdays.map(({ key, label }) => (
              <label key={key} class="tick">
                <input
                  type="checkbox"
                  checked={worked(key)}
                  onChange={(event) => {
                    const on = event.currentTarget.checked
                    const days = view.weekdays.map((day) => day.key).filter((day) => (day === key ? on : worked(day)))
                    const value = days.length > 0 ? days : null
                    void plan.edit([{ kind: 'change', edits: [{ op: 'set', path: 'workWeek', value }] }])
                  }}
                />
                {label}
              </label>
            ))}
          </div>
          <p class="fine">{c('weekHelp')}</p>
        </fieldset>
      </div>
    </section>
  )
}
