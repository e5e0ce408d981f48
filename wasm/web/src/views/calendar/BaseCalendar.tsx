import type { CalendarView, FindingItem, ProfileChoice } from '../../gen/rpc'
import * as plan from '../../plan'
import { FindingList } from '../../ui/Finding'
import { t } from '../../ui/words'
import { WorkWeek } from './WorkWeek'
import { w } from './words'

interface Props {
  view: CalendarView
  findings: FindingItem[]
}

/** The base calendar of the plan, the calendars added to it, and the work week. */
export function BaseCalendar({ view, findings }: Props) {
  const { profiles, name } = view
  const base = profiles.find((profile) => profile.base)
  return (
    <section class="base" aria-labelledby="base-calendar">
      <h2 id="base-calendar">{w('base')}</h2>
      <FindingList items={findings.filter(({ path }) => path === 'calendar' || path === 'workWeek')} />
      <div class="columns">
        <div class="base-part">
          <Base base={base} profiles={profiles} />
          {base?.key && <Added profiles={profiles.filter((profile) => profile !== base)} />}
          {name && (
            <p class="fine">
              <span class="label">{w('inForce')}:</span> {name}
            </p>
          )}
        </div>
        <WorkWeek view={view} />
      </div>
    </section>
  )
}

function Base({ base, profiles }: { base: ProfileChoice | undefined; profiles: ProfileChoice[] }) {
  return (
    <label class="field named">
      <span>{w('baseCalendar')}</span>
      <select
        data-path="calendar"
        disabled={plan.readOnly.value}
        value={base?.key}
        onChange={(event) => write(profiles[event.currentTarget.selectedIndex]!.asBase)}
      >
        {profiles.map(({ key, label }) => (
          <option key={key} value={key}>
            {label || t('chooseNone')}
          </option>
        ))}
      </select>
    </label>
  )
}

function Added({ profiles }: { profiles: ProfileChoice[] }) {
  return (
    <fieldset disabled={plan.readOnly.value}>
      <legend>{w('alsoOf')}</legend>
      {profiles.map(({ key, label, added, toggled }) => (
        <label key={key} class="tick">
          <input type="checkbox" checked={added ?? false} onChange={() => write(toggled)} />
          {label}
        </label>
      ))}
    </fieldset>
  )
}

function write(calendar: string) {
  void plan.setText('calendar', calendar)
}
