import type { View as Plan } from '../gen/rpc'
import { translate } from '../language'
import type { ViewDescriptor } from '../views/descriptor'
import { views } from '../views/registry'
import { w } from './words'

/** The links to the views. */
export function Navigation({ view, current }: { view: Plan; current: ViewDescriptor }) {
  return (
    <nav aria-label={w('views')} class="places">
      <ul>
        {views.map(({ address, label, badge }) => {
          const { count, tone } = badge?.(view) ?? {}
          return (
            <li key={address}>
              <a href={`#${address}`} aria-current={address === current.address ? 'page' : undefined}>
                {translate(label)}
                {count !== undefined && <span class={tone ? `count tone-${tone}` : 'count'}>{count}</span>}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
