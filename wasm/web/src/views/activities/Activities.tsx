import type { ActivityRow, View } from '../../gen/rpc'
import { translate } from '../../language'
import * as plan from '../../plan'
import { elementPath } from '../../plan/paths'
import { FindingList } from '../../ui/Finding'
import { findingsOn } from '../../ui/findings'
import { t } from '../../ui/words'
import { ActivityGrid } from './ActivityGrid'
import { pendingOf } from './columns'
import { removeActivity } from './commands'
import { activeColumn, activeRow, wanted } from './cursor'
import { activities as descriptor } from './view'
import { w } from './words'
import './activities.css'

/** How many findings of the active row are listed. */
const maxFindings = 3

export function reveal(path: string) {
  wanted.value = { path }
}

/** The grid of activities, and the findings on the active row. */
export function Activities({ view }: { view: View }) {
  const row = activeRow.value
  const path = row && elementPath('activities', row.id)
  const findings = path ? findingsOn(path, view.findings?.items, row) : []
  return (
    <div class="activities">
      <div class="grid-bar">
        <h1 class="visually-hidden">{translate(descriptor.label)}</h1>
        <p class="cell-full">
          {row?.key && <b>{row.key}</b>} {row ? cellText(row, view) : w('newActivity')}
        </p>
        <button type="button" class="quiet" disabled={!row || plan.readOnly.value} onClick={() => row && remove(row.id)}>
          {w('remove')}
        </button>
      </div>
      <ActivityGrid />
      <p class="fine grid-help" id="grid-help">
        {w('gridHelp')} {w('dateHelp')}
      </p>
      {findings.length > 0 && (
        <section class="row-findings" aria-label={w('rowFindings')} tabindex={0}>
          <FindingList items={findings.slice(0, maxFindings)} />
        </section>
      )}
    </div>
  )
}

/** The full text of the active cell, which the grid may truncate. */
function cellText(row: ActivityRow, view: View): string {
  const column = activeColumn.value
  if (!column || column.id === 'name' || column.id === 'key') return row.name || t('noValue')
  const text = pendingOf(row, column) ?? column.text(row, view)
  return `${w(column.id)}: ${text || t('noValue')}`
}

/** Removes an activity without asking; it can be undone. */
function remove(id: string) {
  void plan.edit([removeActivity(id)]).then((accepted) => {
    if (accepted) plan.announcement.value = w('removed')
  })
}
