import type { CalendarView } from '../../gen/rpc'
import * as plan from '../../plan'
import { monthName } from '../../ui/format'
import { t } from '../../ui/words'
import { type Cell, dayOfMonth, markOf, type Month } from './days'
import { wordsOfCell } from './dayWords'
import { Sign } from './Legend'
import { drag, pick, picked } from './picking'

interface Props {
  month: Month
  year: number
  today: string
  view: CalendarView
}

/** The table of a month, one row per week. */
export function MonthTable({ month, year, today, view }: Props) {
  return (
    <table>
      <caption>
        <b>
          {monthName(month.month)} <span class="of-year">{year}</span>
        </b>{' '}
        <span class="month-days">{month.businessDays === 1 ? t('businessDay') : t('businessDays', month.businessDays)}</span>
      </caption>
      <thead>
        <tr>
          {view.weekdays.map(({ key, label }) => (
            <th key={key} scope="col">
              <span aria-hidden="true">{label.slice(0, 2)}</span>
              <span class="visually-hidden">{label}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {month.weeks.map((week, i) => (
          <tr key={i}>
            {otherMonth(week.findIndex((cell) => cell))}
            {week.map((cell) => cell && <Day key={cell.date} cell={cell} today={today} view={view} />)}
            {otherMonth(6 - week.findLastIndex((cell) => cell))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** An empty cell for the days of another month. */
function otherMonth(days: number) {
  return days > 0 && <td colSpan={days} />
}

function Day({ cell, today, view }: { cell: Cell; today: string; view: CalendarView }) {
  const { date, blackout, election } = cell
  const mark = markOf(cell)
  const words = wordsOfCell(cell, mark, today, view).join('; ')
  const days = picked.value
  const isPicked = days !== null && days.start <= date && date <= days.end
  const writable = !plan.readOnly.value
  const classes = ['day', mark, blackout && 'blackout', date === today && 'today', isPicked && 'picked']
  const number = dayOfMonth(date)
  return (
    <td
      class={classes.filter(Boolean).join(' ')}
      title={words || undefined}
      aria-current={date === today ? 'date' : undefined}
      data-date={date}
      onPointerDown={(event) => {
        if (writable && event.pointerType !== 'touch' && event.button === 0 && !event.shiftKey) drag(date)
      }}
      onClick={(event) => {
        if (writable) pick(date, event.shiftKey)
      }}
    >
      {words ? <time dateTime={date}>{number}</time> : number}
      {election && <Sign of="election" />}
      {!election && (mark === 'half' || mark === 'opened') && <Sign of={mark} />}
      {words && <span class="visually-hidden">, {words}</span>}
    </td>
  )
}
