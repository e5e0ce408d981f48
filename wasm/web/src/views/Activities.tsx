import { computed } from '@preact/signals'
import type { ActivityRow } from '../gen/rpc'
import { ActivityGrid, activeColumn, activeRow } from '../grid/ActivityGrid'
import { pendingOf } from '../grid/columns'
import { Finding } from '../parts/Finding'
import * as plan from '../plan'
import { t } from '../words'

/** The findings of the row the cursor is on. */
const rowFindings = computed(() => {
  const row = activeRow.value
  const items = plan.view.value?.findings?.items
  if (!row || !items) return []
  const path = `activities[${row.id}]`
  return items.filter((item) => item.path.startsWith(path))
})

/** The activities of the plan, with what is said of the one the cursor is on. */
export function Activities() {
  const row = activeRow.value
  return (
    <div class="activities">
      <div class="grid-bar">
        <h1 class="unseen">{t('activities')}</h1>
        <p class="cell-full">
          {row?.key && <b>{row.key}</b>} {row ? cellText(row) : t('newActivity')}
        </p>
        <button type="button" class="quiet" disabled={!row || plan.readOnly.value} onClick={() => row && remove(row.id)}>
          {t('remove')}
        </button>
      </div>
      <ActivityGrid />
      <p class="fine grid-help" id="grid-help">
        {t('gridHelp')} {t('dateHelp')}
      </p>
      {rowFindings.value.length > 0 && (
        <section class="row-findings" aria-label={t('rowFindings')} tabindex={0}>
          {rowFindings.value.slice(0, 3).map((item) => (
            <Finding key={item.code + item.path} item={item} place={false} />
          ))}
        </section>
      )}
    </div>
  )
}

/** All of the cell the cursor is on, which may be cut short in the grid. */
function cellText(row: ActivityRow): string {
  const column = activeColumn.value
  if (!column || column.id === 'name' || column.id === 'key') return row.name || t('noValue')
  const text = pendingOf(row, column) ?? column.text(row, plan.view.value!)
  return `${t(column.word)}: ${text || t('noValue')}`
}

/** Removing asks nothing; the header offers to undo it. */
function remove(id: string) {
  void plan
    .edit([{ kind: 'change', edits: [{ op: 'remove', path: `activities[${id}]` }] }])
    .then((done) => {
      if (done) plan.announcement.value = t('removed')
    })
}
