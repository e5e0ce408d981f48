import { useSignal } from '@preact/signals'
import type { FindingList as List, Severity, View } from '../../gen/rpc'
import { translate } from '../../language'
import { FindingList } from '../../ui/Finding'
import { Pages, pageStart } from '../../ui/Pages'
import { severities } from '../../ui/severity'
import { t } from '../../ui/words'
import { hasView } from '../registry'
import { findings as descriptor, total } from './view'
import { w } from './words'
import './findings.css'

const pageSize = 20

/** All findings, or those of one severity. */
export function Findings({ view }: { view: View }) {
  const items = view.findings?.items ?? []
  const only = useSignal<Severity | undefined>(undefined)
  const from = useSignal(0)
  const chosen = only.value ? items.filter((item) => item.severity === only.value) : items
  const start = pageStart(from.value, pageSize, chosen.length)
  return (
    <div class="view findings">
      <h1>{translate(descriptor.label)}</h1>
      {view.findings?.missing && <p class="missing">{view.findings.missing}</p>}
      {items.length === 0 ? (
        <p class="empty">{t('noFindings')}</p>
      ) : (
        <>
          <Filters
            list={view.findings!}
            only={only.value}
            choose={(to) => {
              only.value = to
              from.value = 0
            }}
          />
          <FindingList items={chosen.slice(start, start + pageSize)} linked={hasView} />
          <Pages from={start} size={pageSize} total={chosen.length} turn={(to) => (from.value = to)} />
        </>
      )}
    </div>
  )
}

interface FiltersProps {
  list: List
  only: Severity | undefined
  choose(only: Severity | undefined): void
}

function Filters({ list, only, choose }: FiltersProps) {
  const countOf = (severity: Severity) => list.counts.find((count) => count.severity === severity)?.count
  return (
    <div class="filters" role="group" aria-label={w('show')}>
      <button type="button" aria-pressed={only === undefined} onClick={() => choose(undefined)}>
        {w('all')} <b>{total(list)}</b>
      </button>
      {severities().map(({ severity, badge: { label, shape, tone } }) => {
        const count = countOf(severity)
        return count ? (
          <button key={severity} type="button" aria-pressed={only === severity} onClick={() => choose(severity)}>
            <span class={`tone-${tone}`} aria-hidden="true">
              {shape}
            </span>{' '}
            {label} <b>{count}</b>
          </button>
        ) : null
      })}
    </div>
  )
}
