import type { DueRow } from '../../gen/rpc'
import * as plan from '../../plan'
import { formatDate } from '../../ui/format'
import { Uncertain } from '../../ui/Uncertain'
import { viewOfPath } from '../registry'
import { w } from './words'

/** How many items are listed. */
const maxRows = 12

/** The items due next, overdue ones first, each with a link to its field. */
export function Due({ rows, total }: { rows: DueRow[]; total: number }) {
  if (rows.length === 0) return <p class="empty">{w('nothingDue')}</p>
  return (
    <>
      <ol class="due">
        {rows.slice(0, maxRows).map((row) => (
          <li key={row.kind + row.path + row.date + row.label}>
            <time dateTime={row.date}>{formatDate(row.date)}</time>
            <div>
              <p>
                <Label row={row} />
              </p>
              <p class="fine">
                {row.late ? <b class="tone-bad">■ {w('late')}</b> : daysLeft(row.days)}
                {row.basis && ` · ${row.basis}`}
                {row.status && <Uncertain status={row.status} />}
              </p>
            </div>
          </li>
        ))}
      </ol>
      {total > maxRows && <p class="fine">{w('dueMore', total - maxRows)}</p>}
    </>
  )
}

function Label({ row: { label, path } }: { row: DueRow }) {
  const view = path && viewOfPath(path)
  if (!view) return <>{label}</>
  return (
    <a
      href={`#${view.address}`}
      onClick={(event) => {
        event.preventDefault()
        plan.reveal(path)
      }}
    >
      {label}
    </a>
  )
}

function daysLeft(days: number): string {
  if (days === 0) return w('dueToday')
  return days === 1 ? w('dueInOne') : w('dueIn', days)
}
