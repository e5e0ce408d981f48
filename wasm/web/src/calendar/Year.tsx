import { formatSpan, monthName } from '../format'
import type { CalendarView, DayRow } from '../gen/rpc'
import * as plan from '../plan'
import { t } from '../words'
import { Adding, drag, extending, pick, picked } from './adding'
import { type Cell, type Month, monthsOf, type Run, weekdayOf } from './days'
import { c } from './words'

interface Props {
  year: number
  today: string
  view: CalendarView
  runs: Run[]
}

/** Twelve months, each with what is special in it in words, and what the marks mean. */
export function Year({ year, today, view, runs }: Props) {
  const months = monthsOf(year, view)
  return (
    <section class="year" aria-label={c('year')}>
      {!plan.readOnly.value && <p class="fine pick-help">{c('pickHelp')}</p>}
      <div class="year-months">
        {months.map((month) => (
          <div class="month" key={month.month}>
            <MonthTable month={month} year={year} today={today} view={view} />
            <SpecialDays month={month} year={year} view={view} runs={runs} />
          </div>
        ))}
      </div>
      <Legend />
      {!plan.readOnly.value && <Picked months={months} today={today} view={view} />}
    </section>
  )
}

function MonthTable({ month, year, today, view }: { month: Month; year: number; today: string; view: CalendarView }) {
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
              <span class="unseen">{label}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {month.weeks.map((week, i) => (
          <tr key={i}>
            {gap(week.findIndex((cell) => cell))}
            {week.map((cell) => cell && <Day key={cell.date} cell={cell} today={today} view={view} />)}
            {gap(6 - week.findLastIndex((cell) => cell))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The days of a week that lie in another month. */
function gap(days: number) {
  return days > 0 && <td colSpan={days} />
}

function Day({ cell, today, view }: { cell: Cell; today: string; view: CalendarView }) {
  const mark = markOf(cell, view)
  const said = special(cell, mark, today, view).join('; ')
  const isPicked = picked.value !== null && picked.value.start <= cell.date && cell.date <= picked.value.end
  const writable = !plan.readOnly.value
  const classes = ['day', mark, cell.blackout && 'blackout', cell.date === today && 'today', isPicked && 'picked']
  return (
    <td
      class={classes.filter(Boolean).join(' ')}
      title={said || undefined}
      aria-current={cell.date === today ? 'date' : undefined}
      data-date={cell.date}
      onPointerDown={(event) => {
        if (writable && event.pointerType !== 'touch' && event.button === 0 && !event.shiftKey) drag(cell.date)
      }}
      onClick={(event) => {
        if (writable) pick(cell.date, event.shiftKey)
      }}
    >
      {said ? <time dateTime={cell.date}>{Number(cell.date.slice(8))}</time> : Number(cell.date.slice(8))}
      {cell.election && <Sign of="election" />}
      {!cell.election && (mark === 'half' || mark === 'opened') && <Sign of={mark} />}
      {said && <span class="unseen">, {said}</span>}
    </td>
  )
}

/** What is out of the ordinary about a day, in words. */
function special(cell: Cell, mark: Mark, today: string, view: CalendarView): string[] {
  const said = [
    cell.date === today && c('today'),
    ...new Set(cell.rows.map((row) => dayWords(row, [row.why], view))),
    mark === 'half' && !cell.rows.some((row) => row.name === c('half')) && c('half'),
    mark === 'off' && cell.rows.length === 0 && c('off'),
    cell.election ? c('blackoutEnds') : cell.blackout && c('blackout'),
  ]
  return said.filter((words) => typeof words === 'string')
}

/** The name of what is special, and how the day counts where the name alone would mislead. */
function dayWords({ name, date, worked }: DayRow, why: string[], view: CalendarView): string {
  const more = why.filter((words) => words !== name)
  const tells = worked || view.own.some((row) => row.instead === date && !row.idle)
  return tells && more.length > 0 ? `${name}: ${more.join(', ')}` : name
}

/**
 * What the days are that were picked with the pointer, and what can be decided
 * about them. With the keyboard their dates are typed below.
 */
function Picked({ months, today, view }: { months: Month[]; today: string; view: CalendarView }) {
  const days = picked.value
  if (!days) return null
  const cell = months.flatMap(({ weeks }) => weeks.flat()).find((found) => found?.date === days.start)
  const one = days.start === days.end && cell
  return (
    <div class="picked-days" role="group" aria-label={c('picked')}>
      <div class="picked-words">
        <p role="status">
          <span class="asked">{c('picked')}</span>
          <b>
            {one && `${view.weekdays[weekdayOf(days.start)]?.label} `}
            {formatSpan(days.start, days.end)}
          </b>
          {one && `: ${[...new Set([c(looks[markOf(cell, view)]), ...special(cell, markOf(cell, view), today, view)])].join('; ')}`}
          {extending.value && <span class="block">{c('tapOther')}</span>}
        </p>
        <button type="button" class="quiet close" aria-label={t('close')} onClick={() => (picked.value = null)}>
          ×
        </button>
      </div>
      <div class="adding">
        {one && (
          <button type="button" aria-pressed={extending.value} onClick={() => (extending.value = !extending.peek())}>
            {c('upTo')}
          </button>
        )}
        <Adding kinds={view.kinds} dated />
      </div>
    </div>
  )
}

const looks = { worked: 'worked', half: 'half', rest: 'weekRest', off: 'off', opened: 'opened' } as const

const signs = { half: '½', opened: '+', election: '◆' }

/** What tells a mark apart without its colour. */
function Sign({ of }: { of: keyof typeof signs }) {
  return (
    <sup class={`day-sign ${of}`} aria-hidden="true">
      {signs[of]}
    </sup>
  )
}

type Mark = 'worked' | 'half' | 'rest' | 'off' | 'opened'

/** How the cell looks: a worked day that the week rests, or a rule would rest, is told apart. */
function markOf({ mark, rows, date }: Cell, view: CalendarView): Mark {
  if (mark === 'h') return 'half'
  if (mark === 'o') return 'off'
  if (mark === 'r') return rows.length > 0 ? 'off' : 'rest'
  const weekday = view.weekdays[weekdayOf(date)]?.key
  if (rows.some((row) => row.worked) || !view.workWeek.some((key) => key === weekday)) return 'opened'
  return 'worked'
}

/** What is special in a month, under it in words. */
function SpecialDays({ month, year, view, runs }: { month: Month; year: number; view: CalendarView; runs: Run[] }) {
  const prefix = `${year}-${String(month.month + 1).padStart(2, '0')}-`
  const first = `${prefix}01`
  const last = `${prefix}31`
  const items = runs
    .filter((run) => run.start <= last && run.end >= first)
    .map((run) => ({
      start: run.start < first ? first : run.start,
      end: run.end > last ? month.weeks.flat().findLast((cell) => cell)!.date : run.end,
      text: dayWords(run.row, run.why, view),
    }))
  for (const { start, end } of view.blackouts ?? []) {
    if (start.startsWith(prefix)) items.push({ start, end: start, text: c('blackoutStarts') })
    if (end.startsWith(prefix)) items.push({ start: end, end, text: c('blackoutEnds') })
  }
  items.sort((a, b) => a.start.localeCompare(b.start))
  const told = new Map(items.map((item) => [item.start + item.end + item.text, item]))
  if (told.size === 0) return null
  return (
    <ul>
      {[...told].map(([key, { start, end, text }]) => (
        <li key={key}>
          <b>{start === end ? Number(start.slice(8)) : `${Number(start.slice(8))}–${Number(end.slice(8))}`}</b> {text}
        </li>
      ))}
    </ul>
  )
}

function Legend() {
  return (
    <ul class="legend" aria-label={c('legend')}>
      {(
        [
          ['worked', 'worked'],
          ['half', 'half'],
          ['rest', 'weekRest'],
          ['off', 'off'],
          ['opened', 'opened'],
          ['blackout', 'blackout'],
          ['blackout election', 'election'],
          ['today', 'today'],
        ] as const
      ).map(([look, word]) => (
        <li key={look}>
          <span class={`day ${look}`} aria-hidden="true">
            {look === 'blackout' || look === 'blackout election' ? 6 : 12}
            {look === 'half' && <Sign of="half" />}
            {look === 'opened' && <Sign of="opened" />}
            {look === 'blackout election' && <Sign of="election" />}
          </span>
          {c(word)}
        </li>
      ))}
    </ul>
  )
}
