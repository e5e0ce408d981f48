import type { CalendarView } from '../../gen/rpc'
import * as plan from '../../plan'
import { workWeekCommand } from './commands'
import { w } from './words'

/** The days of the week that the office works. */
export function WorkWeek({ view: { weekdays, workWeek } }: { view: CalendarView }) {
  const keys = weekdays.map(({ key }) => key)
  return (
    <fieldset class="week" disabled={plan.readOnly.value}>
      <legend>{w('week')}</legend>
      <div class="ticks" data-path="workWeek" tabindex={-1}>
        {weekdays.map(({ key, label }) => (
          <label key={key} class="tick">
            <input
              type="checkbox"
              checked={workWeek.some((day) => day === key)}
              onChange={(event) => void plan.edit([workWeekCommand(keys, workWeek, key, event.currentTarget.checked)])}
            />
            {label}
          </label>
        ))}
      </div>
      <p class="fine">{w('weekHelp')}</p>
    </fieldset>
  )
}
