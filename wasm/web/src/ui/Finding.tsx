import type { FindingItem } from '../gen/rpc'
import * as plan from '../plan'
import { Badge } from './Badge'
import { severity } from './severity'
import { Uncertain } from './Uncertain'
import { t } from './words'

/** One finding: its severity, text and legal basis, and the fixes that can be applied. */
function Finding({ item, linked }: { item: FindingItem; linked: boolean }) {
  const fixes = item.fixes ?? []
  const advice = fixes.filter((fix) => !fix.commands?.length)
  const applicable = fixes.filter((fix) => fix.commands?.length)
  return (
    <article class="panel finding" data-code={item.code}>
      <Badge state={severity(item.severity)} />
      <div class="finding-body">
        <p>{item.text}</p>
        {item.basis && (
          <p class="basis">
            <span class="label">{t('basis')}:</span> {item.basis}
            {item.status && <Uncertain status={item.status} />}
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
          {applicable.map((fix) => (
            <button key={fix.label} type="button" disabled={plan.readOnly.value} onClick={() => void plan.edit(fix.commands!)}>
              {fix.label}
            </button>
          ))}
          {linked && (
            <button type="button" class="quiet" onClick={() => plan.reveal(item.path)}>
              {t('goToField')}
            </button>
          )}
        </div>
      </div>
    </article>
  )
}

interface ListProps {
  items: readonly FindingItem[]
  /** Reports whether the finding at a path gets a button that goes to its field. By default none does. */
  linked?(path: string): boolean
}

/** A list of findings. */
export function FindingList({ items, linked }: ListProps) {
  return (
    <>
      {items.map((item, i) => (
        <Finding key={item.code + item.path + i} item={item} linked={linked?.(item.path) ?? false} />
      ))}
    </>
  )
}
