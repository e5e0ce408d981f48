import type { CalendarView } from '../../gen/rpc'
import { formatSpan } from '../../ui/format'
import { t } from '../../ui/words'
import { AddButtons } from './AddButtons'
import { type Cell, type Mark, markOf, type Month, weekdayOf } from './days'
import { wordsOfCell } from './dayWords'
import { extending, picked } from './picking'
import { w } from './words'

const markWords = { worked: 'worked', half: 'half', rest: 'weekRest', off: 'off', opened: 'opened' } as const satisfies Record<Mark, string>

interface Props {
  months: Month[]
  today: string
  view: CalendarView
}

/**
 * The days that were picked with the pointer, and the buttons that add an own day for
 * them. Keyboard users type the dates in the table of own days instead.
 */
export function PickedDays({ months, today, view }: Props) {
  const days = picked.value
  if (!days) return null
  const cell = months.flatMap(({ weeks }) => weeks.flat()).find((found) => found?.date === days.start)
  const one = days.start === days.end ? cell : undefined
  return (
    <div class="picked-days" role="group" aria-label={w('picked')}>
      <div class="picked-words">
        <p role="status">
          <span class="question">{w('picked')}</span>
          <b>
            {one && `${view.weekdays[weekdayOf(days.start)]?.label} `}
            {formatSpan(days.start, days.end)}
          </b>
          {one && `: ${describe(one, today, view)}`}
          {extending.value && <span class="block">{w('tapOther')}</span>}
        </p>
        <button type="button" class="quiet close" aria-label={t('close')} onClick={() => (picked.value = null)}>
          ×
        </button>
      </div>
      <div class="adding">
        {one && (
          <button type="button" aria-pressed={extending.value} onClick={() => (extending.value = !extending.peek())}>
            {w('upTo')}
          </button>
        )}
        <AddButtons kinds={view.kinds} forPicked />
      </div>
    </div>
  )
}

function describe(cell: Cell, today: string, view: CalendarView): string {
  const mark = markOf(cell)
  return [...new Set([w(markWords[mark]), ...wordsOfCell(cell, mark, today, view)])].join('; ')
}
