import type { PeriodRow, View } from '../../gen/rpc'
import { language, translate } from '../../language'
import { FindingList } from '../../ui/Finding'
import { formatDate, formatSpan } from '../../ui/format'
import { Joined } from '../../ui/Joined'
import { t } from '../../ui/words'
import { findings } from '../findings/view'
import { hasView } from '../registry'
import { Cards } from './Cards'
import { Due } from './Due'
import { w } from './words'
import { OfficeKind } from './OfficeKind'
import './summary.css'

/** How many findings are listed; a link leads to the others. */
const maxFindings = 3

/** The plan at a glance: identity, progress, and what is due next. */
export function Summary({ view }: { view: View }) {
  const items = view.findings?.items ?? []
  return (
    <div class="view summary">
      <Identity view={view} />
      <Cards view={view} />
      <div class="columns">
        <section aria-labelledby="next">
          <h2 id="next">{w('next')}</h2>
          <Due rows={view.due?.items ?? []} total={view.due?.total ?? 0} />
        </section>
        <section aria-labelledby="first-findings">
          <h2 id="first-findings">{translate(findings.label)}</h2>
          {view.findings?.missing && <p class="missing">{view.findings.missing}</p>}
          <FindingList items={items.slice(0, maxFindings)} linked={hasView} />
          {items.length > 0 ? (
            <p>
              <a href={`#${findings.address}`}>{w('allFindings')}</a>
            </p>
          ) : (
            <p class="empty">{t('noFindings')}</p>
          )}
        </section>
      </div>
      <Periods periods={view.periods ?? []} />
    </div>
  )
}

/** Scrolls to what the plan says of the office. */
export function reveal(path: string, focus: boolean) {
  if (!path.startsWith('office')) return
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>('.summary [data-path="office.kind"]')
    field?.scrollIntoView({ block: 'center' })
    if (focus && path === field?.dataset.path) field.focus({ preventScroll: true })
  })
}

function Identity({ view: { identity } }: { view: View }) {
  if (!identity) return null
  const { title, fiscalYear, office, municipality, state, mission, vision, norm } = identity
  return (
    <section class="identity" aria-labelledby="plan-title">
      <h1 id="plan-title">{title || `POA ${fiscalYear}`}</h1>
      <p class="lead">
        <Joined texts={[office]} />
        {office && (municipality || state) && ' · '}
        <Joined texts={[municipality, state]} by=", " />
        {' · '}
        {fiscalYear}
      </p>
      <OfficeKind identity={identity} />
      <div class="columns">
        {mission && (
          <div>
            <h2>{w('mission')}</h2>
            <p>{mission}</p>
          </div>
        )}
        {vision && (
          <div>
            <h2>{w('vision')}</h2>
            <p>{vision}</p>
          </div>
        )}
      </div>
      {norm.id && norm.verified && <p class="fine">{w('norm', norm.id, formatDate(norm.verified))}</p>}
    </section>
  )
}

function Periods({ periods }: { periods: PeriodRow[] }) {
  return (
    <section aria-labelledby="periods">
      <h2 id="periods">{w('periods')}</h2>
      {periods.length === 0 ? (
        <p class="empty">{w('noPeriods')}</p>
      ) : (
        <ol class="periods" lang={language.value}>
          {periods.map(({ id, name, start, end, businessDays, activities, closed }) => (
            <li key={id} class="panel">
              <h3>{name}</h3>
              <p>{formatSpan(start, end)}</p>
              <p class="fine">
                {businessDays === 1 ? t('businessDay') : t('businessDays', businessDays)}
                {' · '}
                {activities === 1 ? w('countActivity') : w('countActivities', activities)}
                {closed && ` · ${w('closed')}`}
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
