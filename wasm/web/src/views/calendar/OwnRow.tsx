import { useSignal } from '@preact/signals'
import type { Choice, DayOff } from '../../gen/rpc'
import * as plan from '../../plan'
import { FindingList } from '../../ui/Finding'
import { FieldCells } from './FieldCells'
import { type OwnDay, titleOf } from './ownDay'
import { TextCells } from './TextCells'
import { w } from './words'

interface Props {
  day: OwnDay
  number: number
  year: number
  /** The days off of the calendar in the year. */
  daysOff: DayOff[]
  kinds: Choice[]
  /** Shows text instead of fields. */
  asText: boolean
  remove(): void
}

/** One own day and its findings. */
export function OwnRow({ day, number, year, daysOff, kinds, asText, remove }: Props) {
  const { row, findings } = day
  const offered = useSignal<Choice[]>([])
  const describedBy = findings.length > 0 ? `own-${number}-findings` : undefined
  const look = [asText && 'as-text', describedBy && 'has-findings'].filter(Boolean).join(' ')
  return (
    <>
      <tr role="row" class={look || undefined} data-own={row.id}>
        {asText ? (
          <TextCells day={day} />
        ) : (
          <FieldCells day={day} year={year} daysOff={daysOff} kinds={kinds} describedBy={describedBy} offered={offered} />
        )}
        {/* The same element in both forms: pressing the button focuses it, which changes the row to fields before the click. */}
        <td role="cell" class="end">
          {!plan.readOnly.value && (
            <button type="button" class="quiet" aria-label={w('removeWhat', titleOf(row))} onClick={remove}>
              {w('remove')}
            </button>
          )}
        </td>
      </tr>
      {describedBy && (
        <tr role="row" class="own-findings" data-own={row.id}>
          <td role="cell" colSpan={6} id={describedBy}>
            <FindingList items={findings} />
          </td>
        </tr>
      )}
    </>
  )
}
