import * as plan from '../../plan'
import { typedDate } from '../../ui/format'
import { Effect } from './Effect'
import { isYearly, type OwnDay, pendingOf, titleOf, wordsOf } from './ownDay'
import { w } from './words'

/** The cells of an own day as text. When one is focused, the row changes to fields. */
export function TextCells({ day }: { day: OwnDay }) {
  const { row, path, kind } = day
  const words = wordsOf(kind)
  return (
    <>
      <td role="cell" class="kind">
        <button
          type="button"
          class="quiet"
          data-path={`${path}.kind`}
          aria-label={`${row.label}: ${titleOf(row)}`}
          disabled={plan.readOnly.value}
        >
          {row.label}
        </button>
        <Effect row={row} />
      </td>
      {isYearly(day) ? (
        <td role="cell" class="when" colSpan={2} data-path={`${path}.${row.holiday ? 'holiday' : 'rule'}`} tabindex={-1}>
          {row.when || '–'}
        </td>
      ) : (
        <>
          <TextCell path={`${path}.span.start`} text={pendingOf(day, 'span.start') ?? typedDate(row.start)} />
          {row.instead ? (
            <TextCell path={`${path}.instead`} text={`${w('instead')} ${typedDate(row.instead)}`} />
          ) : (
            <TextCell path={`${path}.span.end`} text={pendingOf(day, 'span.end') ?? typedDate(row.end)} />
          )}
        </>
      )}
      <TextCell path={`${path}.${words}`} text={row[words]} />
      <TextCell path={`${path}.document`} text={row.document} />
    </>
  )
}

function TextCell({ path, text }: { path: string; text: string | undefined }) {
  return (
    <td role="cell" data-path={path} tabindex={-1}>
      {text || '–'}
    </td>
  )
}
