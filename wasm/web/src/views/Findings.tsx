import { useSignal } from '@preact/signals'
import type { Severity, View } from '../gen/rpc'
import { Finding } from '../parts/Finding'
import { Pages } from '../parts/Pages'
import { severities, severity, t } from '../words'

const size = 20

/** What the plan is told about itself, the most severe to be chosen first. */
export function Findings({ view }: { view: View }) {
  const { blocking = 0, warnings = 0, suggestions = 0, items = [] } = view.findings ?? {}
  const only = useSignal<Severity | ''>('')
  const from = useSignal(0)
  const counts: Record<Severity, number> = { blocking, warning: warnings, suggestion: suggestions }
  const chosen = only.value ? items.filter((item) => item.severity === only.value) : items
  const start = Math.min(from.value, Math.max(0, Math.floor((chosen.length - 1) / size) * size))
  const choose = (to: Severity | '') => {
    only.value = to
    from.value = 0
  }
  return (
    <div class="findings">
      <h1>{t('findings')}</h1>
      {items.length === 0 ? (
        <p class="empty">{t('noFindings')}</p>
      ) : (
        <>
          <div class="filters" role="group" aria-label={t('show')}>
            <button type="button" aria-pressed={only.value === ''} onClick={() => choose('')}>
              {t('all')} <b>{items.length}</b>
            </button>
            {(Object.keys(severities) as Severity[])
              .filter((key) => counts[key] > 0)
              .map((key) => (
                <button key={key} type="button" aria-pressed={only.value === key} onClick={() => choose(key)}>
                  <span class={`tone-${severities[key].tone}`} aria-hidden="true">
                    {severities[key].shape}
                  </span>{' '}
                  {severity(key)} <b>{counts[key]}</b>
                </button>
              ))}
          </div>
          {chosen.slice(start, start + size).map((item, i) => (
            <Finding key={item.code + item.path + i} item={item} />
          ))}
          <Pages from={start} size={size} total={chosen.length} turn={(to) => (from.value = to)} />
        </>
      )}
    </div>
  )
}
