import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { CalendarView, DayOff, FindingItem, OwnDayRow } from '../../gen/rpc'
import { language } from '../../language'
import * as plan from '../../plan'
import { elementID } from '../../plan/paths'
import { draftPath } from '../../ui/draft'
import { FindingList } from '../../ui/Finding'
import { AddButtons } from './AddButtons'
import { removeOwnDay } from './commands'
import { rowIDOf, useKeptFocus } from './focus'
import { ownDay, titleOf } from './ownDay'
import { OwnRow } from './OwnRow'
import { w } from './words'

interface Props {
  view: CalendarView
  year: number
  /** The calendar in the document of the plan, such as "jalisco + bancos". */
  calendar: string
  findings: FindingItem[]
}

/** With more rows than this, only the active one has fields. */
const maxRowsWithFields = 12

/** The office's own days, edited in place. */
export function OwnDays({ view, year, calendar, findings }: Props) {
  const section = useRef<HTMLElement>(null)
  const daysOff = useSignal<DayOff[]>([])
  const active = useSignal<string | null>(elementID(draftPath() ?? '', 'ownDays') ?? null)
  const exists = view.marks !== ''
  useEffect(() => {
    if (!exists) daysOff.value = []
    else void plan.daysOff(calendar, year).then((days) => (daysOff.value = days))
  }, [calendar, exists, year, language.value])
  const { enter, leave } = useKeptFocus(section, view.own)

  return (
    <section
      class="own"
      aria-labelledby="own-days"
      ref={section}
      onFocusIn={(event: FocusEvent) => {
        enter(event)
        active.value = rowIDOf(event.target)
      }}
      onFocusOut={leave}
    >
      <h2 id="own-days">{w('own')}</h2>
      <p class="fine">{w('ownHelp')}</p>
      <FindingList items={findings.filter(({ path }) => path === 'ownDays')} />
      {view.own.length === 0 ? (
        <p class="empty">{w('noOwn')}</p>
      ) : (
        <table role="table">
          <Head />
          <tbody role="rowgroup">
            {view.own.map((row, i) => (
              <OwnRow
                key={row.id}
                day={ownDay(row, view.kinds, findings, daysOff.value)}
                number={i}
                year={year}
                daysOff={daysOff.value}
                kinds={view.kinds}
                asText={view.own.length > maxRowsWithFields && active.value !== row.id}
                remove={() => remove(row)}
              />
            ))}
          </tbody>
        </table>
      )}
      {!plan.readOnly.value && (
        <div class="adding" role="group" aria-label={w('add')} id="own-add">
          <AddButtons kinds={view.kinds} />
        </div>
      )}
    </section>
  )
}

function Head() {
  const heads = [w('what'), w('from'), w('to'), w('nameOrReason'), w('document')]
  return (
    <thead role="rowgroup">
      <tr role="row">
        {heads.map((head) => (
          <th key={head} role="columnheader" scope="col">
            {head}
          </th>
        ))}
        <th role="columnheader" scope="col">
          <span class="visually-hidden">{w('actions')}</span>
        </th>
      </tr>
    </thead>
  )
}

function remove(row: OwnDayRow) {
  const text = w('removed', titleOf(row))
  void plan.edit([removeOwnDay(row.id)]).then((accepted) => {
    if (!accepted) return
    plan.announcement.value = text
    plan.lastStep.value = { text, by: 'edit' }
  })
}
