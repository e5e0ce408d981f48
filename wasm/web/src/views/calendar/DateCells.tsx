import * as plan from '../../plan'
import { startCommand } from './commands'
import { calendarParser } from './domain'
import type { FieldCellsProps } from './FieldCells'
import { asksInstead, isOneDay, newYear, type OwnDay } from './ownDay'
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
        {!(day.fields.oneDay && isOneDay(day)) && <EndField {...props} />}
        {asksInstead(day) && <InsteadField {...props} />}
      </td>
    </>
  )
}

export function StartField(props: FieldCellsProps) {
  const { day, year } = props
  const { oneDay } = day.fields
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
  const { row, fields } = props.day
  return (
    <DateField
      {...props}
      field="instead"
      label={fields.instead === 'optional' ? w('insteadMaybe') : w('instead')}
      value={row.instead}
      near={row.instead ?? row.start}
      named
    />
  )
}

async function writeStart(day: OwnDay, year: number, text: string): Promise<boolean> {
  const { path, row } = day
  if (text.trim() === '') return plan.setDate(`${path}.span.start`, text)
  const near = row.start ?? row.end ?? newYear(year)
  let kept = false
  const accepted = await plan.editWith(async (parser) => {
    const command = await startCommand(day, text, near, calendarParser(parser))
    kept = command.kind === 'change' && command.pending !== undefined
    return [command]
  })
  if (accepted && kept) plan.announceNotDate(text)
  return accepted
}
