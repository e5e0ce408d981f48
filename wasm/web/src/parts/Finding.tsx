import type { FindingItem } from '../gen/rpc'
import * as plan from '../plan'
import { placeOfPath } from '../route'
import { severities, severity, status, t } from '../words'
import { Badge } from './Badge'

/** Goes to what a path of the engine names. */
export function follow(path: string) {
  plan.target.value = { path, focus: true }
}

/** One finding: what, how much it matters, on what ground, and the ways out. */
export function Finding({ item, place = true }: { item: FindingItem; place?: boolean }) {
  const { shape, tone } = severities[item.severity]
  const sure = item.status && status(item.status)
  const fixes = item.fixes ?? []
  const advice = fixes.filter((fix) => !fix.commands?.length)
  const mends = fixes.filter((fix) => fix.commands?.length)
  return (
    <article class="finding" data-code={item.code}>
      <Badge state={{ label: severity(item.severity), shape, tone }} />
      <div class="finding-body">
        <p>{item.text}</p>
        {item.basis && (
          <p class="basis">
            <span class="label">{t('basis')}:</span> {item.basis}
            {sure && <span class="unsure"> ({sure})</span>}
          </p>
        )}
        {advice.length > 0 && (
          <ul class="advice">
            {advice.map((fix) => (
              <li key={fix.label}>{fix.label}</li>
            ))}
          </ul>
        )}
        <div class="actions">
          {mends.map((fix) => (
            <button
              key={fix.label}
              type="button"
              disabled={plan.readOnly.value}
              onClick={() => void plan.edit(fix.commands!)}
            >
              {fix.label}
            </button>
          ))}
          {place && item.path && placeOfPath(item.path) !== 'resumen' && (
            <button type="button" class="quiet" onClick={() => follow(item.path)}>
              {t('goToField')}
            </button>
          )}
        </div>
      </div>
    </article>
  )
}
