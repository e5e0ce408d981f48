import * as plan from '../../plan'
import { newID } from '../../plan/ids'
import { Field, type FieldProps } from '../../ui/Field'
import { typedDate } from '../../ui/format'
import { setField } from './commands'
import { isIllustrative, isInvalid, newYear, type OwnDay, pendingOf, titleOf } from './ownDay'
import { columnOf, pasteCommand } from './paste'

interface OwnFieldProps {
  day: OwnDay
  year: number
  describedBy: string | undefined
  /** The field of the own day, such as "span.start". */
  field: string
  label: string
  value: string | undefined
  wide?: boolean
  named?: boolean
  /** Replaces the default way to write the field. */
  write?: FieldProps['write']
}

/** A text field of an own day. */
export function TextField(props: OwnFieldProps) {
  const { day, field, value, write } = props
  return <Field {...common(props)} value={value ?? ''} write={write ?? ((text) => plan.edit([setField(day, field, text)]))} />
}

/** A date field of an own day. near completes a typed date without a month or a year. */
export function DateField({ near, ...props }: OwnFieldProps & { near?: string }) {
  const { day, year, field, value, write } = props
  return (
    <Field
      {...common(props)}
      value={pendingOf(day, field) ?? typedDate(value)}
      write={write ?? ((text) => plan.setDate(`${day.path}.${field}`, text, near ?? newYear(year)))}
    />
  )
}

function common({ day, year, describedBy, field, label, wide, named }: OwnFieldProps) {
  return {
    path: `${day.path}.${field}`,
    label,
    of: titleOf(day.row),
    wide,
    named,
    describedBy,
    invalid: isInvalid(day, field),
    pending: pendingOf(day, field) !== undefined,
    illustrative: isIllustrative(day, field),
    fill: columnOf(day.kind, field) < 0 ? undefined : (lines: string[][]) => fill(day, year, field, lines),
  }
}

/** Pastes cells of a spreadsheet, starting at a field. */
function fill(day: OwnDay, year: number, field: string, lines: string[][]) {
  const near = day.row.start ?? newYear(year)
  void plan.editWith(async (parser) => [await pasteCommand(day, field, lines, near, parser, newID)])
}
