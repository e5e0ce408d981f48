import type { CalendarView } from '../../gen/rpc'
import * as plan from '../../plan'
import { dayOfMonth, type Month, monthsOf, type Run } from './days'
import { specialDays } from './dayWords'
import { Legend } from './Legend'
import { MonthTable } from './MonthTable'
import { PickedDays } from './PickedDays'
import { w } from './words'

interface Props {
  year: number
  today: string
  view: CalendarView
  runs: Run[]
}

/** Twelve months with their special days in words, and the legend. */
export function Year({ year, today, view, runs }: Props) {
  const months = monthsOf(year, view)
  const writable = !plan.readOnly.value
  return (
    <section class="year" aria-label={w('year')}>
      {writable && <p class="fine pick-help">{w('pickHelp')}</p>}
      <div class="year-months">
        {months.map((month) => (
          <div class="month" key={month.month}>
            <MonthTable month={month} year={year} today={today} view={view} />
            <InWords month={month} year={year} view={view} runs={runs} />
          </div>
        ))}
      </div>
      <Legend />
      {writable && <PickedDays months={months} today={today} view={view} />}
    </section>
  )
}

/** The special days of a month in words. */
function InWords({ month, year, view, runs }: { month: Month; year: number; view: CalendarView; runs: Run[] }) {
  const items = specialDays(month, year, runs, view)
  if (items.length === 0) return null
  return (
    <ul>
      {items.map(({ start, end, text }) => (
        <li key={start + end + text}>
          <b>{start === end ? dayOfMonth(start) : `${dayOfMonth(start)}–${dayOfMonth(end)}`}</b> {text}
        </li>
      ))}
    </ul>
  )
}
