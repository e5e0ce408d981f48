import { signal, useSignal } from '@preact/signals'
import { typedDate } from '../format'
import type { Choice, DayOff, FindingItem, OwnDayRow } from '../gen/rpc'
import type { Edit } from '../gen/types'
import { Finding } from '../parts/Finding'
import { newID } from '../plan/ids'
import * as plan from '../plan'
import { t } from '../words'
import { needsReason } from './adding'
import { Field } from './Field'
import { columns, readLine, readSpan } from './reading'
import { c } from './words'

/** Decisions that were told to be yearly, or not, and hold nothing yet that says so. */
const chosen = signal<Record<string, boolean>>({})

interface Props {
  row: OwnDayRow
  number: number
  year: number
  /** The days off of the plan's calendar in the year. */
  off: DayOff[]
  kinds: Choice[]
  findings: FindingItem[]
  /** Shows text, which becomes fields where the person goes. */
  resting: boolean
  remove(): void
}

/** One decision of the office, and what is told about it. */
export function Row({ row, number, year, off, kinds, findings, resting, remove }: Props) {
  const path = pathOf(row)
  // A plan without a year has no first day to count from.
  const newYear = year ? `${year}-01-01` : undefined
  const works = row.kind === 'work-day'
  const moved = row.kind === 'moved-day'
  const reasoned = needsReason(row.kind)
  const pending = (at: string) => row.pending?.find((item) => item.path === `${path}.${at}`)?.text
  const repeats = Boolean(row.rule || row.holiday || row.validFrom || row.validTo)
  const yearly = repeats || (chosen.value[row.id] ?? false)
  const dated = Boolean(row.start || row.end || pending('span.start') || pending('span.end'))
  const told = findings.filter((item) => item.code !== 'value.illustrative')
  const describedBy = told.length > 0 ? `own-${number}-findings` : undefined
  const choices = useSignal<Choice[]>([])
  const set = (at: string, value: unknown): Edit => ({ op: 'set', path: `${path}.${at}`, value })
  const edit = (...edits: Edit[]) => plan.edit([{ kind: 'change', edits }])

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
    fill: columns('name').some((column) => column === at) || at === 'reason' ? (lines: string[][]) => fill(at, lines) : undefined,
  })
  const text = (at: string, label: string, value: string | undefined, more: object = {}) => (
    <Field {...common(at, label)} value={value ?? ''} write={(typed) => edit(set(at, typed.trim() || null))} {...more} />
  )
  const date = (at: string, label: string, value: string | undefined, near?: string, more: object = {}) => (
    <Field
      {...common(at, label)}
      value={pending(at) ?? typedDate(value)}
      write={(typed) => plan.setDate(`${path}.${at}`, typed, near ?? newYear)}
      {...more}
    />
  )

  // Most of what is decided is one day: its end is its start until it is told. What is moved is always one.
  function writeStart(typed: string): Promise<boolean> {
    const near = row.start ?? row.end ?? newYear
    if (typed.trim() === '') return plan.setDate(`${path}.span.start`, typed)
    return plan.editWith(async (read) => {
      const start = await read.date(typed, near)
      const span = start || moved ? undefined : await readSpan(read, typed, near)
      if (span) return [{ kind: 'change', edits: [set('span.start', span.start), set('span.end', span.end)] }]
      if (!start) {
        plan.announcement.value = t('notDate', typed)
        return [{ kind: 'change', pending: [{ path: `${path}.span.start`, text: typed }] }]
      }
      const alone = !moved && (row.end || pending('span.end'))
      return [{ kind: 'change', edits: [set('span.start', start), ...(alone ? [] : [set('span.end', start)])] }]
    })
  }

  /** Cells of a sheet go to the fields from one on; each line more is a decision more. */
  function fill(at: string, lines: string[][]) {
    const fields = columns(reasoned ? 'reason' : 'name')
    const from = Math.max(0, fields.findIndex((field) => field === at))
    void plan.editWith(async (read) => {
      const near = row.start ?? newYear
      const done = await readLine(read, path, fields.slice(from), lines[0]!, near)
      for (const cells of lines.slice(1)) {
        if (cells.every((cell) => cell.trim() === '')) continue
        const id = newID()
        done.edits.push({ op: 'insert', path: 'ownDays', value: { id, kind: row.kind } })
        const more = await readLine(read, `ownDays[${id}]`, fields.slice(from), cells, near)
        done.edits.push(...more.edits)
        done.pending.push(...more.pending)
      }
      return [{ kind: 'change', ...done }]
    })
  }

  const holiday = works ? off.find((day) => day.date === row.start) : undefined
  const mayRepeat = !moved && (!works || !dated || (holiday && row.start === row.end))

  function toYearly() {
    if (!row.start || (works && !holiday)) {
      chosen.value = { ...chosen.peek(), [row.id]: true }
      return
    }
    if (holiday) {
      void edit(set('span', null), ...(row.instead ? [set('instead', null)] : []), set('holiday', holiday.key)).then(() => goTo('holiday'))
      return
    }
    const days = length(row.start, row.end)
    let asked = false
    void plan
      .editWith(async (read) => {
        const fixed = row.start!.slice(5) + days
        const easter = await ofEaster(read.daysOff('bancos', year), row.start!, days)
        if (!easter) return repeating(fixed)
        const rules = await Promise.all([fixed, easter].map((rule) => read.rule(rule)))
        choices.value = rules.flatMap(({ rule, when }) => (rule ? [{ key: rule, label: when ?? rule }] : []))
        asked = true
        return []
      })
      .then(() => (asked ? focusOn(`tr[data-own="${row.id}"] .choices button`) : goTo('rule')))
  }

  const repeating = (rule: string) => [
    {
      kind: 'change' as const,
      edits: [set('span', null), ...(row.instead ? [set('instead', null)] : []), set('rule', rule), set('valid.start', newYear ?? row.start)],
    },
  ]

  function choose(rule: string) {
    choices.value = []
    void plan.edit(repeating(rule)).then(() => goTo('rule'))
  }

  const goTo = (at: string) => focusOn(`[data-path="${path}.${at}"]`)

  function toDates() {
    chosen.value = { ...chosen.peek(), [row.id]: false }
    const edits = [row.rule && set('rule', null), (row.validFrom || row.validTo) && set('valid', null), row.holiday && set('holiday', null)]
    const some = edits.filter((e) => typeof e === 'object')
    if (some.length) void edit(...some)
  }

  function writeRule(typed: string): Promise<boolean> {
    if (!typed.trim()) return edit(set('rule', null), set('valid', null))
    return plan.editWith(async (read) => {
      // What is no rule stays as it is typed, and is told of.
      const { rule = typed.trim() } = await read.rule(typed)
      const since = !row.validFrom && newYear ? [set('valid.start', newYear)] : []
      return [{ kind: 'change', edits: [set('rule', rule), ...since] }]
    })
  }

  const oneDay = row.start === row.end && pending('span.end') === undefined
  const dates = [
    date('span.start', c(moved ? 'original' : 'from'), row.start, undefined, { write: writeStart, named: moved }),
    date('span.end', c('to'), row.end, row.end ?? row.start),
  ]
  const effect = (
    <p class={`fine effect${row.idle ? ' tone-risk' : ''}`}>
      {row.idle && <span aria-hidden="true">◇ </span>}
      {row.idle ? c('idle') : effectOf(row.effect)}
    </p>
  )
  const removing = !plan.readOnly.value && (
    <button type="button" class="quiet" aria-label={c('removeWhat', called(row))} onClick={remove}>
      {c('remove')}
    </button>
  )
  const findingsOf = told.length > 0 && (
    <tr role="row" class="own-findings" data-own={row.id}>
      <td role="cell" colSpan={6} id={describedBy}>
        {told.map((item, i) => (
          <Finding key={item.code + item.path + i} item={item} place={false} />
        ))}
      </td>
    </tr>
  )

  if (resting) {
    const words = reasoned ? 'reason' : 'name'
    const cell = (at: string, value: string | undefined) => (
      <td role="cell" data-path={`${path}.${at}`} tabindex={-1}>
        {value || '–'}
      </td>
    )
    return (
      <>
        <tr role="row" class={told.length > 0 ? 'resting told' : 'resting'} data-own={row.id}>
          <td role="cell" class="kind">
            <button
              type="button"
              class="quiet"
              data-path={`${path}.kind`}
              aria-label={`${row.label}: ${called(row)}`}
              disabled={plan.readOnly.value}
            >
              {row.label}
            </button>
            {effect}
          </td>
          {yearly ? (
            <td role="cell" class="when" colSpan={2} data-path={`${path}.${row.holiday ? 'holiday' : 'rule'}`} tabindex={-1}>
              {row.when || '–'}
            </td>
          ) : (
            <>
              {cell('span.start', pending('span.start') ?? typedDate(row.start))}
              {row.instead
                ? cell('instead', `${c('instead')} ${typedDate(row.instead)}`)
                : cell('span.end', pending('span.end') ?? typedDate(row.end))}
            </>
          )}
          {cell(words, row[words])}
          {cell('document', row.document)}
          <td role="cell" class="end">{removing}</td>
        </tr>
        {findingsOf}
      </>
    )
  }

  return (
    <>
      <tr role="row" class={told.length > 0 ? 'told' : undefined} data-own={row.id}>
        <td role="cell" class="kind">
          <select
            aria-label={`${c('what')}, ${called(row)}`}
            aria-invalid={wrong('kind') || undefined}
            data-path={`${path}.kind`}
            disabled={plan.readOnly.value}
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
          {effect}
          {!plan.readOnly.value && choices.value.length === 0 && (yearly || mayRepeat) && (
            <button type="button" class="quiet" onClick={yearly ? toDates : toYearly}>
              {c(yearly ? 'onDates' : 'everyYear')}
              <span class="unseen">: {called(row)}</span>
            </button>
          )}
          {choices.value.length > 0 && !yearly && (
            <div class="choices" role="group" aria-label={c('everyYear')}>
              {choices.value.map(({ key, label }) => (
                <button key={key} type="button" onClick={() => choose(key)}>
                  {label}
                </button>
              ))}
              <button type="button" class="quiet" onClick={() => (choices.value = [])}>
                {c('onDates')}
              </button>
            </div>
          )}
        </td>
        {yearly ? (
          <td role="cell" class="when" colSpan={2}>
            {works && !row.rule ? (
              <Holiday row={row} path={path} off={off} wrong={wrong('holiday')} />
            ) : (
              <>
                {text('rule', c('rule'), row.rule, { named: true, write: writeRule })}
                {row.rule && row.when && !wrong('rule') && (
                  <p class="read">
                    {c('readAs')} <b>{row.when}</b>
                  </p>
                )}
                <p class="fine">{c('ruleHelp')}</p>
                <div class="pair">
                  {date('valid.start', c('validFrom'), row.validFrom, row.validFrom, { named: true })}
                  {date('valid.end', c('validTo'), row.validTo, row.validTo ?? row.validFrom, { named: true })}
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
              {moved || (works && oneDay) || row.instead || pending('instead') !== undefined
                ? date('instead', c(works ? 'insteadMaybe' : 'instead'), row.instead, row.instead ?? row.start, { named: true })
                : null}
            </td>
          </>
        )}
        <td role="cell" class="words">
          {(!reasoned || row.name) && text('name', c('name'), row.name, { wide: true, named: reasoned })}
          {(reasoned || row.reason) && text('reason', c('reason'), row.reason, { wide: true, named: !reasoned })}
        </td>
        <td role="cell">{text('document', c('document'), row.document, { wide: true })}</td>
        <td role="cell" class="end">{removing}</td>
      </tr>
      {findingsOf}
    </>
  )
}

/** The day off that a work-day takes away in every year. */
function Holiday({ row, path, off, wrong }: { row: OwnDayRow; path: string; off: DayOff[]; wrong: boolean }) {
  const holidays = new Map(off.map(({ key, name }) => [key, name]))
  return (
    <label class="field named">
      <span>{c('holiday')}</span>
      <select
        data-path={`${path}.holiday`}
        aria-invalid={wrong || undefined}
        disabled={plan.readOnly.value}
        value={row.holiday ?? ''}
        onChange={(event) => void plan.setText(`${path}.holiday`, event.currentTarget.value)}
      >
        <option value="">{t('chooseNone')}</option>
        {row.holiday && !holidays.has(row.holiday) && <option value={row.holiday}>{row.holiday}</option>}
        {[...holidays].map(([key, label]) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}

export function pathOf(row: OwnDayRow): string {
  return `ownDays[${row.id}]`
}

/** What tells a decision apart: its name, or else its reason, or else its kind. */
export function called(row: OwnDayRow): string {
  return row.name || row.reason || row.label || t('noValue')
}

/** How many business days more, or less, the year has for it. */
function effectOf(days: number): string {
  if (days === 0) return c('noEffect')
  const count = Math.abs(days)
  if (days > 0) return count === 1 ? c('givesOne') : c('gives', count)
  return count === 1 ? c('takesOne') : c('takes', count)
}

const day = 86_400_000

const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / day)

/** The length of a span as a rule has it; a day has none. */
function length(start: string, end = start): string {
  const days = daysBetween(start, end) + 1
  return days > 1 ? ` ${days}d` : ''
}

/**
 * The rule that follows Easter, for a day in Holy Week or in the week after it.
 * When Easter is the engine says: the banks close on the Friday before.
 */
async function ofEaster(banks: Promise<DayOff[]>, start: string, days: string): Promise<string | undefined> {
  const friday = (await banks.catch(() => [])).find(({ key }) => key === 'good-friday')
  if (!friday) return undefined
  const offset = daysBetween(friday.date, start) - 2
  if (offset < -7 || offset > 7) return undefined
  return `Easter${offset > 0 ? '+' : ''}${offset || ''}${days}`
}

/** Gives the focus to what is there after the next frame. */
function focusOn(selector: string) {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus())
}
