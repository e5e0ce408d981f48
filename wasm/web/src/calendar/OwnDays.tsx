import { useSignal } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { CalendarView, DayOff, FindingItem, OwnDayRow } from '../gen/rpc'
import { Finding } from '../parts/Finding'
import * as plan from '../plan'
import { language } from '../words'
import { Adding } from './adding'
import { draftPath } from './draft'
import { called, pathOf, Row } from './OwnRow'
import { c } from './words'

interface Props {
  view: CalendarView
  year: number
  /** The key of the plan's calendar. */
  calendar: string
  findings: FindingItem[]
}

/** Up to so many decisions all have their fields; of more, those that nobody is at are text. */
const roomy = 12

/** What the office decides about days, to be changed in place. */
export function OwnDays({ view, year, calendar, findings }: Props) {
  const section = useRef<HTMLElement>(null)
  const writable = !plan.readOnly.value
  const off = useSignal<DayOff[]>([])
  const at = useSignal<string | null>(/\[(.*)\]/.exec(draftPath() ?? '')?.[1] ?? null)
  useEffect(() => {
    void plan.daysOff(calendar, year).then((days) => {
      off.value = days
    })
  }, [calendar, year, language.value])
  const { enter, leave } = useFocusKept(section, view.own)

  function remove(row: OwnDayRow) {
    const removed = c('removed', called(row))
    void plan.edit([{ kind: 'change', edits: [{ op: 'remove', path: pathOf(row) }] }]).then((done) => {
      if (!done) return
      plan.announcement.value = removed
      plan.lastStep.value = { text: removed, by: 'edit' }
    })
  }

  return (
    <section
      class="own"
      aria-labelledby="own-days"
      ref={section}
      onFocusIn={(event: FocusEvent) => {
        enter(event)
        at.value = rowAt(event.target)
      }}
      onFocusOut={leave}
    >
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
                off={off.value}
                kinds={view.kinds}
                findings={findings.filter((item) => item.path.startsWith(pathOf(row)))}
                resting={view.own.length > roomy && at.value !== row.id}
                remove={() => remove(row)}
              />
            ))}
          </tbody>
        </table>
      )}
      {writable && (
        <div class="adding" role="group" aria-label={c('add')} id="own-add">
          <Adding kinds={view.kinds} />
        </div>
      )}
    </section>
  )
}

function rowAt(target: EventTarget | null): string | null {
  return (target as Element | null)?.closest<HTMLElement>('[data-own]')?.dataset.own ?? null
}

/**
 * Where what had the focus is taken away, by an undo, by another kind or as
 * text becomes a field, the focus goes to what is nearest: a field of the same decision, or of the one
 * that follows, or the buttons that add.
 */
function useFocusKept(section: { current: HTMLElement | null }, rows: OwnDayRow[]) {
  const last = useRef<{ element: HTMLElement; id: string | null; index: number; path?: string } | null>(null)
  useLayoutEffect(() => {
    const left = last.current
    if (!left || (left.element.isConnected && left.element.dataset.path === left.path)) return
    if (document.activeElement !== document.body && document.activeElement !== left.element) return
    const index = rows.findIndex(({ id }) => id === left.id)
    const near = index >= 0 ? index : Math.min(left.index, rows.length - 1)
    const row = section.current?.querySelector(`tr[data-own="${CSS.escape(rows[near]?.id ?? '')}"]`)
    const fields = [...(row?.querySelectorAll<HTMLElement>('[data-path]') ?? [])]
    const same = index >= 0 && fields.find(({ dataset }) => dataset.path === left.path)
    const field = same || fields.find(({ dataset }) => !dataset.path?.endsWith('.kind')) || fields[0]
    const next = field ?? section.current?.querySelector<HTMLElement>('#own-add button')
    next?.focus({ preventScroll: true })
  })
  return {
    enter({ target }: FocusEvent) {
      const element = target as HTMLElement
      const id = rowAt(element)
      const index = rows.findIndex((row) => row.id === id)
      last.current = { element, id, index: index < 0 ? rows.length : index, path: element.dataset.path }
    },
    leave() {
      // What is taken away leaves too; it is gone by then.
      queueMicrotask(() => {
        if (last.current?.element.isConnected && document.activeElement !== last.current.element) last.current = null
      })
    },
  }
}
