import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { CalendarView, Choice, FindingItem } from '../../gen/rpc'
import { language } from '../../language'
import * as plan from '../../plan'
import { FindingList } from '../../ui/Finding'
import { t } from '../../ui/words'
import { joinProfiles, splitProfiles } from './domain'
import { WorkWeek } from './WorkWeek'
import { w } from './words'

interface Props {
  view: CalendarView
  /** The calendar in the document of the plan, such as "jalisco + bancos". */
  calendar: string
  findings: FindingItem[]
}

/** The base calendar of the plan, the calendars added to it, and the work week. */
export function BaseCalendar({ view, calendar, findings }: Props) {
  const profiles = useSignal<Choice[]>([])
  useEffect(() => {
    void plan.calendars().then((list) => {
      if (list.length) profiles.value = list
    })
  }, [language.value])

  const { first, added } = splitProfiles(calendar, profiles.value)
  const write = (keys: string[]) => void plan.setText('calendar', joinProfiles(keys))
  return (
    <section class="base" aria-labelledby="base-calendar">
      <h2 id="base-calendar">{w('base')}</h2>
      <FindingList items={findings.filter(({ path }) => path === 'calendar' || path === 'workWeek')} />
      <div class="columns">
        <div class="base-part">
          <First
            first={first}
            // A composition that is not in the list is shown under the name that the engine gives it.
            name={(added.length === 0 && view.name) || first}
            profiles={profiles.value}
            write={(key) => write([key, ...added.filter((other) => other !== key)])}
          />
          {first !== '' && (
            <Added
              profiles={profiles.value.filter(({ key }) => key !== first)}
              added={added}
              write={(keys) => write([first, ...keys])}
            />
          )}
          {view.name && (
            <p class="fine">
              <span class="label">{w('inForce')}:</span> {view.name}
            </p>
          )}
        </div>
        <WorkWeek view={view} />
      </div>
    </section>
  )
}

interface FirstProps {
  first: string
  name: string
  profiles: Choice[]
  write(key: string): void
}

function First({ first, name, profiles, write }: FirstProps) {
  const listed = profiles.some(({ key }) => key === first)
  return (
    <label class="field named">
      <span>{w('baseCalendar')}</span>
      <select
        data-path="calendar"
        disabled={plan.readOnly.value}
        value={first}
        onChange={(event) => write(event.currentTarget.value)}
      >
        {first === '' && <option value="">{t('chooseNone')}</option>}
        {first !== '' && !listed && <option value={first}>{name}</option>}
        {profiles.map(({ key, label }) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}

interface AddedProps {
  profiles: Choice[]
  added: string[]
  write(keys: string[]): void
}

function Added({ profiles, added, write }: AddedProps) {
  return (
    <fieldset disabled={plan.readOnly.value}>
      <legend>{w('alsoOf')}</legend>
      {profiles.map(({ key, label }) => (
        <label key={key} class="tick">
          <input
            type="checkbox"
            checked={added.includes(key)}
            onChange={(event) => write(event.currentTarget.checked ? [...added, key] : added.filter((other) => other !== key))}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
