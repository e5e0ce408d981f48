import type { DayOff } from '../../gen/rpc'
import * as plan from '../../plan'
import { t } from '../../ui/words'
import { ruleCommand } from './commands'
import { EndField, StartField } from './DateCells'
import type { FieldCellsProps } from './FieldCells'
import { hasDates, isInvalid, newYear, type OwnDay, pendingOf } from './ownDay'
import { DateField, TextField } from './OwnFields'
import { w } from './words'

/** The yearly rule and its validity, or the holiday that is worked every year. */
export function YearlyCell(props: FieldCellsProps) {
  const { day, daysOff } = props
  return (
    <td role="cell" class="when" colSpan={2}>
      {day.kind.takesHoliday && !day.row.rule ? <HolidayField day={day} daysOff={daysOff} /> : <RuleFields {...props} />}
      {hasDates(day) && (
        <div class="pair">
          <StartField {...props} />
          <EndField {...props} />
        </div>
      )}
    </td>
  )
}

function RuleFields(props: FieldCellsProps) {
  const { day, year } = props
  const { rule, when, validFrom, validTo } = day.row
  return (
    <>
      <TextField
        {...props}
        field="rule"
        label={w('rule')}
        value={pendingOf(day, 'rule') ?? rule}
        named
        write={(text) => plan.editTyped((parser) => ruleCommand(day, text, newYear(year), parser))}
      />
      {rule && when && !isInvalid(day, 'rule') && (
        <p class="read">
          {w('readAs')} <b>{when}</b>
        </p>
      )}
      <p class="fine">{w('ruleHelp')}</p>
      <div class="pair">
        <DateField {...props} field="valid.start" label={w('validFrom')} value={validFrom} near={validFrom} named />
        <DateField {...props} field="valid.end" label={w('validTo')} value={validTo} near={validTo ?? validFrom} named />
      </div>
    </>
  )
}

/** Chooses the holiday that is worked every year. */
function HolidayField({ day, daysOff }: { day: OwnDay; daysOff: DayOff[] }) {
  const { holiday = '' } = day.row
  const path = `${day.path}.holiday`
  const holidays = new Map(daysOff.map(({ key, name }) => [key, name]))
  return (
    <label class="field named">
      <span>{w('holiday')}</span>
      <select
        data-path={path}
        aria-invalid={isInvalid(day, 'holiday') || undefined}
        disabled={plan.readOnly.value}
        value={holiday}
        onChange={(event) => void plan.setText(path, event.currentTarget.value)}
      >
        <option value="">{t('chooseNone')}</option>
        {holiday && !holidays.has(holiday) && <option value={holiday}>{holiday}</option>}
        {[...holidays].map(([key, label]) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}
