import * as plan from '../../plan'
import { startCommand } from './commands'
import type { FieldCellsProps } from './FieldCells'
import { hasInstead, isOneDay, newYear, type OwnDay } from './ownDay'
import { DateField } from './OwnFields'
import { w } from './words'

/** The first day, the last day, and the day off in exchange. */
export function DateCells(props: FieldCellsProps) {
  const { day } = props
  return (
    <>
      <td role="cell">
        <StartField {...props} />
      </td>
      <td role="cell">
        {!(day.kind.oneDay && isOneDay(day)) && <EndField {...props} />}
        {hasInstead(day) && <InsteadField {...props} />}
      </td>
    </>
  )
}

export function StartField(props: FieldCellsProps) {
  const { day, year } = props
  const { oneDay } = day.kind
  return (
    <DateField
      {...props}
      field="span.start"
      label={oneDay ? w('original') : w('from')}
      value={day.row.start}
      named={oneDay}
      write={(text) => writeStart(day, year, text)}
    />
  )
}

export function EndField(props: FieldCellsProps) {
  const { start, end } = props.day.row
  return <DateField {...props} field="span.end" label={w('to')} value={end} near={end ?? start} />
}

function InsteadField(props: FieldCellsProps) {
  const { row, kind } = props.day
  return (
    <DateField
      {...props}
      field="instead"
      label={kind.takesInstead && !kind.needsInstead ? w('insteadMaybe') : w('instead')}
      value={row.instead}
      near={row.instead ?? row.start}
      named
    />
  )
}

function writeStart(day: OwnDay, year: number, text: string): Promise<boolean> {
  const { path, row } = day
  if (text.trim() === '') return plan.setText(`${path}.span.start`, '')
  const near = row.start ?? row.end ?? newYear(year)
  return plan.editTyped((parser) => startCommand(day, text, near, parser))
}
