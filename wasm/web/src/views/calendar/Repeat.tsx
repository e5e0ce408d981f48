import type { Signal } from '@preact/signals'
import type { Choice } from '../../gen/rpc'
import * as plan from '../../plan'
import { clearRule, repeatByHoliday, repeatByRule } from './commands'
import { focusNext } from './focus'
import { chooseYearly, isYearly, mayRepeat, newYear, type OwnDay, titleOf } from './ownDay'
import { w } from './words'

interface Props {
  day: OwnDay
  year: number
  /** The rules to choose from, if more than one describes the days. */
  offered: Signal<Choice[]>
}

/** Switches an own day between dates and a yearly rule. */
export function Repeat({ day, year, offered }: Props) {
  const yearly = isYearly(day)
  if (offered.value.length > 0) return yearly ? null : <Choices day={day} year={year} offered={offered} />
  if (plan.readOnly.value || !(yearly || mayRepeat(day))) return null
  return (
    <button type="button" class="quiet" onClick={() => (yearly ? toDates(day) : toYearly(day, year, offered))}>
      {yearly ? w('onDates') : w('everyYear')}
      <span class="visually-hidden">: {titleOf(day.row)}</span>
    </button>
  )
}

function Choices({ day, year, offered }: Props) {
  const choose = (rule: string) => {
    offered.value = []
    void plan.edit([repeatByRule(day, rule, newYear(year))]).then(() => focusField(day, 'rule'))
  }
  return (
    <div class="rule-choices" role="group" aria-label={w('everyYear')}>
      {offered.value.map(({ key, label }) => (
        <button key={key} type="button" onClick={() => choose(key)}>
          {label}
        </button>
      ))}
      <button type="button" class="quiet" onClick={() => (offered.value = [])}>
        {w('onDates')}
      </button>
    </div>
  )
}

function toDates(day: OwnDay) {
  chooseYearly(day, false)
  const commands = clearRule(day)
  if (commands.length > 0) void plan.edit(commands)
}

function toYearly(day: OwnDay, year: number, offered: Signal<Choice[]>) {
  const { row, holiday, kind } = day
  if (holiday) {
    void plan.edit([repeatByHoliday(day, holiday.key)]).then(() => focusField(day, 'holiday'))
  } else if (!row.start || kind.takesHoliday) {
    chooseYearly(day, true)
  } else {
    void repeatDates(day, row.start, year, offered)
  }
}

/** Applies the yearly rule for the dates, or offers the rules to choose from. If there is no rule, one can be typed. */
async function repeatDates(day: OwnDay, start: string, year: number, offered: Signal<Choice[]>) {
  await plan.editWith(async (parser) => {
    const rules = await parser.yearlyRules(start, day.row.end ?? start)
    if (rules.length > 1) offered.value = rules
    if (rules.length === 0) chooseYearly(day, true)
    return rules.length === 1 ? [repeatByRule(day, rules[0]!.key, newYear(year))] : []
  })
  if (offered.peek().length > 0) focusNext(`tr[data-own="${day.row.id}"] .rule-choices button`)
  else focusField(day, 'rule')
}

function focusField({ path }: OwnDay, field: string) {
  focusNext(`[data-path="${path}.${field}"]`)
}
