import type { Signal } from '@preact/signals'
import type { Choice, DayOff } from '../../gen/rpc'
import * as plan from '../../plan'
import { setField } from './commands'
import { DateCells } from './DateCells'
import { Effect } from './Effect'
import { isInvalid, isYearly, type OwnDay, titleOf, wordsOf } from './ownDay'
import { TextField } from './OwnFields'
import { Repeat } from './Repeat'
import { w } from './words'
import { YearlyCell } from './YearlyCell'

export interface FieldCellsProps {
  day: OwnDay
  year: number
  /** The days off of the calendar in the year. */
  daysOff: DayOff[]
  kinds: Choice[]
  /** The id of the element with the findings. */
  describedBy: string | undefined
  /** The rules to choose from, if more than one describes the days. */
  offered: Signal<Choice[]>
}

/** The cells of an own day, with the fields of its kind. */
export function FieldCells(props: FieldCellsProps) {
  const { day } = props
  return (
    <>
      <KindCell {...props} />
      {isYearly(day) ? <YearlyCell {...props} /> : <DateCells {...props} />}
      <WordsCell {...props} />
      <td role="cell">
        <TextField {...props} field="document" label={w('document')} value={day.row.document} wide />
      </td>
    </>
  )
}

function KindCell({ day, kinds, year, offered }: FieldCellsProps) {
  const { row, path } = day
  return (
    <td role="cell" class="kind">
      <select
        aria-label={`${w('what')}, ${titleOf(row)}`}
        aria-invalid={isInvalid(day, 'kind') || undefined}
        data-path={`${path}.kind`}
        disabled={plan.readOnly.value}
        value={row.kind ?? ''}
        onChange={(event) => void plan.edit([setField(day, 'kind', event.currentTarget.value)])}
      >
        {!row.kind && <option value="">–</option>}
        {kinds.map(({ key, label }) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </select>
      <Effect row={row} />
      <Repeat day={day} year={year} offered={offered} />
    </td>
  )
}

/** The name or the reason, as the kind requires; the other one too if it is still set. */
function WordsCell(props: FieldCellsProps) {
  const { row, kind } = props.day
  const reasoned = wordsOf(kind) === 'reason'
  return (
    <td role="cell" class="words">
      {(!reasoned || row.name) && (
        <TextField {...props} field="name" label={w('name')} value={row.name} wide named={reasoned} />
      )}
      {(reasoned || row.reason) && (
        <TextField {...props} field="reason" label={w('reason')} value={row.reason} wide named={!reasoned} />
      )}
    </td>
  )
}
