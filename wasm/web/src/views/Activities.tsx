import { computed } from '@preact/signals'
import { ActivityGrid, activeRow } from '../grid/ActivityGrid'
import { Finding } from '../parts/Finding'
import { session } from '../plan/session'
import { language, t } from '../words'

/** The findings of the row the cursor is on. */
const rowFindings = computed(() => {
  const row = activeRow.value
  const items = session.view.value?.findings?.items
  if (!row || !row.severity || !items) return []
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
        <p class="cell-full" lang={language.value}>
          {row ? (
            <>
              {row.key && <b>{row.key}</b>} {row.name || t('noValue')}
            </>
          ) : (
            t('newActivity')
          )}
        </p>
        <button type="button" class="quiet" disabled={!row || session.reader.value} onClick={() => row && remove(row.id)}>
          {t('remove')}
        </button>
      </div>
      <ActivityGrid />
      <p class="fine grid-help" id="grid-help">
        {t('gridHelp')} {t('dateHelp')}
      </p>
      {rowFindings.value.length > 0 && (
        <section class="row-findings" aria-label={t('rowFindings')}>
          {rowFindings.value.slice(0, 3).map((item) => (
            <Finding key={item.code + item.path} item={item} place={false} />
          ))}
        </section>
      )}
    </div>
  )
}

/** Removing asks nothing; the header offers to undo it. */
function remove(id: string) {
  void session
    .edit([{ kind: 'change', edits: [{ op: 'remove', path: `activities[${id}]` }] }])
    .then((done) => {
      if (done) session.said.value = t('removed')
    })
}
