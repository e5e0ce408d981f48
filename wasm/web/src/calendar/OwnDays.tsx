import { signal, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { typedDate } from '../format'
import type { CalendarView, Choice, Edit, FindingItem, OwnDayRow } from '../gen/rpc'
import { Finding } from '../parts/Finding'
import { session } from '../plan/session'
import { t } from '../words'
import { Adding, needsReason } from './adding'
import { Field } from './Field'
import { c } from './words'

/** Decisions that were told to be yearly, or not, and hold nothing yet that says so. */
const chosen = signal<Record<string, boolean>>({})

interface Props {
  view: CalendarView
  year: number
  /** The key of the plan's calendar. */
  calendar: string
  findings: FindingItem[]
}

/** What the office decides about days, to be changed in place. */
export function OwnDays({ view, year, calendar, findings }: Props) {
  const adding = useRef<HTMLDivElement>(null)
  const writable = !session.reader.value

  function remove(row: OwnDayRow) {
    void session.edit([change({ op: 'remove', path: pathOf(row) })]).then((done) => {
      if (!done) return
      session.said.value = c('removed', called(row))
      adding.current?.querySelector('button')?.focus()
    })
  }

  return (
    <section class="own" aria-labelledby="own-days">
      <h2 id="own-days">{c('own')}</h2>
      <p class="fine">{c('ownHelp')}</p>
      {findings
        .filter((item) => item.path === 'ownDays')
        .map((item) => (
          <Finding key={item.code} item={item} place={false} />
        ))}
      {view.own.length === 0 ? (
        <p class="empty">{c('noOwn')}</p>
      ) : (
        <table role="table">
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">{c('what')}</th>
              <th role="columnheader" scope="col">{c('from')}</th>
              <th role="columnheader" scope="col">{c('to')}</th>
              <th role="columnheader" scope="col">{c('nameOrReason')}</th>
              <th role="columnheader" scope="col">{c('document')}</th>
              <th role="columnheader" scope="col">
                <span class="unseen">{c('actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {view.own.map((row, i) => (
              <Row
                key={row.id}
                row={row}
                number={i}
                year={year}
                calendar={calendar}
                kinds={view.kinds}
                findings={findings.filter((item) => item.path.startsWith(pathOf(row)))}
                remove={() => remove(row)}
              />
            ))}
          </tbody>
        </table>
      )}
      {writable && (
        <div class="adding" ref={adding} role="group" aria-label={c('add')} id="own-add">
          <Adding kinds={view.kinds} />
        </div>
      )}
    </section>
  )
}

interface RowProps {
  row: OwnDayRow
  number: number
  year: number
  calendar: string
  kinds: Choice[]
  findings: FindingItem[]
  remove(): void
}

function Row({ row, number, year, calendar, kinds, findings, remove }: RowProps) {
  const path = pathOf(row)
  // A plan without a year has no first day to count from.
  const newYear = year ? `${year}-01-01` : undefined
  const works = row.kind === 'work-day'
  const moved = row.kind === 'moved-day'
  const pending = (at: string) => row.pending?.find((item) => item.path === `${path}.${at}`)?.text
  const repeats = Boolean(row.rule || row.holiday || row.validFrom || row.validTo)
  const yearly = repeats || (chosen.value[row.id] ?? false)
  const dated = Boolean(row.start || row.end || pending('span.start') || pending('span.end'))
  const told = findings.filter((item) => item.code !== 'value.illustrative')
  const describedBy = told.length > 0 ? `own-${number}-findings` : undefined
  const set = (at: string, value: unknown): Edit => ({ op: 'set', path: `${path}.${at}`, value })
  const edit = (...edits: Edit[]) => session.edit([change(...edits)])

  const wrong = (at: string) =>
    told.some((item) => {
      const field = item.path.slice(path.length + 1)
      return field !== '' && (at === field || at.startsWith(`${field}.`))
    })
  const common = (at: string, label: string) => ({
    path: `${path}.${at}`,
    label,
    caption: label,
    of: called(row),
    invalid: wrong(at),
    pending: pending(at) !== undefined,
    illustrative: row.illustrative?.some((mark) => `${path}.${at}`.startsWith(mark)),
    describedBy,
  })
  const text = (at: string, label: string, value: string | undefined, more: object = {}) => (
    <Field {...common(at, label)} {...more} value={value ?? ''} write={(typed) => edit(set(at, typed.trim() || null))} />
  )
  const date = (at: string, label: string, value: string | undefined, near?: string, also?: (date: string) => Edit[], more: object = {}) => (
    <Field
      {...common(at, label)}
      {...more}
      value={pending(at) ?? typedDate(value)}
      write={(typed) => session.setDate(`${path}.${at}`, typed, near ?? newYear, also)}
    />
  )
  // Most of what is decided is one day: its end is its start until it is told. What is moved is always one.
  const endToo = (start: string) => (!moved && (row.end || pending('span.end')) ? [] : [set('span.end', start)])
  const oneDay = row.start === row.end && pending('span.end') === undefined
  const dates = [
    date('span.start', c('from'), row.start, row.start ?? row.end, endToo),
    date('span.end', c('to'), row.end, row.end ?? row.start),
  ]

  function toYearly() {
    chosen.value = { ...chosen.peek(), [row.id]: true }
    if (!dated) return
    const edits = [set('span', null), ...(row.instead ? [set('instead', null)] : [])]
    if (!works && row.start) edits.push(set('rule', ruleOf(row.start, row.end)), set('valid.start', newYear ?? row.start))
    void edit(...edits)
  }

  function toDates() {
    chosen.value = { ...chosen.peek(), [row.id]: false }
    const edits = [row.rule && set('rule', null), (row.validFrom || row.validTo) && set('valid', null), row.holiday && set('holiday', null)]
    void edit(...edits.filter((e) => typeof e === 'object'))
  }

  return (
    <>
      <tr role="row" class={told.length > 0 ? 'told' : undefined}>
        <td role="cell" class="kind">
          <select
            aria-label={`${c('what')}, ${called(row)}`}
            aria-invalid={wrong('kind') || undefined}
            data-path={`${path}.kind`}
            disabled={session.reader.value}
            value={row.kind ?? ''}
            onChange={(event) => void edit(set('kind', event.currentTarget.value || null))}
          >
            {!row.kind && <option value="">–</option>}
            {kinds.map(({ key, label }) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
          </select>
          {!session.reader.value && (!moved || yearly) && (
            <button type="button" class="quiet" onClick={yearly ? toDates : toYearly}>
              {c(yearly ? 'onDates' : 'everyYear')}
              <span class="unseen">: {called(row)}</span>
            </button>
          )}
        </td>
        {yearly ? (
          <td role="cell" class="when" colSpan={2}>
            {works && !row.rule ? (
              <Holiday row={row} path={path} year={year} calendar={calendar} wrong={wrong('holiday')} />
            ) : (
              <>
                {text('rule', c('rule'), row.rule, {
                  named: true,
                  write: (typed: string) => {
                    const rule = typed.trim()
                    if (!rule) return edit(set('rule', null), set('valid', null))
                    const edits = [set('rule', rule)]
                    if (!row.validFrom && newYear) edits.push(set('valid.start', newYear))
                    return edit(...edits)
                  },
                })}
                <p class="fine">{row.rule && row.when ? row.when : c('ruleHelp')}</p>
                <div class="pair">
                  {date('valid.start', c('validFrom'), row.validFrom, row.validFrom, undefined, { named: true })}
                  {date('valid.end', c('validTo'), row.validTo, row.validTo ?? row.validFrom, undefined, { named: true })}
                </div>
              </>
            )}
            {dated && <div class="pair">{dates}</div>}
          </td>
        ) : (
          <>
            <td role="cell">{dates[0]}</td>
            <td role="cell">
              {!(moved && oneDay) && dates[1]}
              {moved || (works && oneDay) || row.instead || pending('instead') !== undefined ? (
                date('instead', c('instead'), row.instead, row.instead ?? row.start, undefined, { named: true })
              ) : null}
            </td>
          </>
        )}
        <td role="cell" class="words">
          {(!needsReason(row.kind) || row.name) && text('name', c('name'), row.name, { wide: true, named: needsReason(row.kind) })}
          {(needsReason(row.kind) || row.reason) && text('reason', c('reason'), row.reason, { wide: true, named: !needsReason(row.kind) })}
        </td>
        <td role="cell">{text('document', c('document'), row.document, { wide: true })}</td>
        <td role="cell" class="end">
          {!session.reader.value && (
            <button type="button" class="quiet" aria-label={c('removeWhat', called(row))} onClick={remove}>
              {c('remove')}
            </button>
          )}
        </td>
      </tr>
      {told.length > 0 && (
        <tr role="row" class="own-findings">
          <td role="cell" colSpan={6} id={describedBy}>
            {told.map((item, i) => (
              <Finding key={item.code + item.path + i} item={item} place={false} />
            ))}
          </td>
        </tr>
      )}
    </>
  )
}

interface HolidayProps {
  row: OwnDayRow
  path: string
  year: number
  calendar: string
  wrong: boolean
}

/** The day off that a work-day takes away in every year. */
function Holiday({ row, path, year, calendar, wrong }: HolidayProps) {
  const holidays = useSignal<Choice[]>([])
  useEffect(() => {
    void session.holidays(calendar, year).then((list) => {
      holidays.value = list
    })
  }, [calendar, year, session.view.value?.language])
  const known = !row.holiday || holidays.value.some(({ key }) => key === row.holiday)
  return (
    <label class="field named">
      <span>{c('holiday')}</span>
      <select
        data-path={`${path}.holiday`}
        aria-invalid={wrong || undefined}
        disabled={session.reader.value}
        value={row.holiday ?? ''}
        onChange={(event) => void session.setText(`${path}.holiday`, event.currentTarget.value)}
      >
        <option value="">{t('chooseNone')}</option>
        {!known && <option value={row.holiday}>{row.holiday}</option>}
        {holidays.value.map(({ key, label }) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}

function change(...edits: Edit[]) {
  return { kind: 'change' as const, edits }
}

function pathOf(row: OwnDayRow): string {
  return `ownDays[${row.id}]`
}

/** What tells a decision apart: its name, or else its reason, or else its kind. */
function called(row: OwnDayRow): string {
  return row.name || row.reason || row.label || t('noValue')
}

/** The rule of the same days in every year. */
function ruleOf(start: string, end = start): string {
  const days = Math.round((Date.parse(end) - Date.parse(start)) / 86_400_000) + 1
  return start.slice(5) + (days > 1 ? ` ${days}d` : '')
}
