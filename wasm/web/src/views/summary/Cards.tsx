import type { ActivityWindow, Badge as State, BudgetView, IndicatorRow, View } from '../../gen/rpc'
import { translate } from '../../language'
import { Badge } from '../../ui/Badge'
import { formatMoney } from '../../ui/format'
import { Gap } from '../../ui/Gap'
import { t } from '../../ui/words'
import { activities } from '../activities/view'
import { budget } from '../budget/view'
import { indicators } from '../indicators/view'
import { countBy } from './count'
import { w } from './words'

/** One card each for the activities, the budget and the indicators. */
export function Cards({ view }: { view: View }) {
  return (
    <div class="cards">
      {view.activities && <Activities window={view.activities} />}
      {view.budget && <Money money={view.budget} />}
      {view.indicators && view.indicators.length > 0 && <Indicators rows={view.indicators} />}
    </div>
  )
}

function Activities({ window: { total, states } }: { window: ActivityWindow }) {
  return (
    <section class="panel card" aria-labelledby="by-state">
      <h2 id="by-state">{w('byState')}</h2>
      <p class="figure">{total === 1 ? w('countActivity') : w('countActivities', total)}</p>
      <Badges counts={states.filter(({ count }) => count > 0)} />
      <a href={`#${activities.address}`}>{w('seeActivities')}</a>
    </section>
  )
}

function Money({ money: { cost, ceiling, gap } }: { money: BudgetView }) {
  return (
    <section class="panel card" aria-labelledby="year-money">
      <h2 id="year-money">{w('money')}</h2>
      <p class="figure">{formatMoney(cost)}</p>
      <dl class="pairs">
        <dt>{t('ceiling')}</dt>
        <dd>{ceiling === undefined ? t('ceilingUnknown') : formatMoney(ceiling)}</dd>
        <dt>{t('gap')}</dt>
        <dd>
          <Gap gap={gap} />
        </dd>
      </dl>
      <a href={`#${budget.address}`}>{w('byMonth')}</a>
    </section>
  )
}

function Indicators({ rows }: { rows: IndicatorRow[] }) {
  const label = translate(indicators.label)
  return (
    <section class="panel card" aria-labelledby="lights">
      <h2 id="lights">{label}</h2>
      <p class="figure">{rows.length}</p>
      <Badges counts={countBy(rows.map(({ light }) => light))} />
      <a href={`#${indicators.address}`}>{label}</a>
    </section>
  )
}

function Badges({ counts }: { counts: { state: State; count: number }[] }) {
  return (
    <ul class="badges">
      {counts.map(({ state, count }) => (
        <li key={state.key}>
          <Badge state={state} count={count} />
        </li>
      ))}
    </ul>
  )
}
