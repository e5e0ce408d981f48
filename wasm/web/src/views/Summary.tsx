import { Badge } from '../parts/Badge'
import { Finding, follow } from '../parts/Finding'
import { formatDate, formatMoney, formatSpan } from '../format'
import type { DueRow, View } from '../gen/rpc'
import { placeOfPath } from '../route'
import { language, t } from '../words'

/** How the plan stands: what it is, how much is done, what comes next. */
export function Summary({ view }: { view: View }) {
  return (
    <div class="summary">
      <Identity view={view} />
      <Cards view={view} />
      <div class="columns">
        <section aria-labelledby="next">
          <h2 id="next">{t('next')}</h2>
          <Due rows={view.due?.items ?? []} total={view.due?.total ?? 0} />
        </section>
        <section aria-labelledby="first-findings">
          <h2 id="first-findings">{t('findings')}</h2>
          {view.findings?.items.slice(0, 3).map((item) => <Finding key={item.code + item.path} item={item} />)}
          {view.findings?.items.length ? (
            <p>
              <a href="#observaciones">{t('allFindings')}</a>
            </p>
          ) : (
            <p class="empty">{t('noFindings')}</p>
          )}
        </section>
      </div>
      <Periods view={view} />
    </div>
  )
}

function Identity({ view }: { view: View }) {
  const plan = view.identity
  if (!plan) return null
  const place = [plan.municipality, plan.state].filter(Boolean).join(', ')
  return (
    <section class="identity" aria-labelledby="plan-title">
      <h1 id="plan-title">{plan.title || `POA ${plan.fiscalYear}`}</h1>
      <p class="lead">{[plan.office, place, plan.fiscalYear].filter(Boolean).join(' · ')}</p>
      <div class="columns">
        {plan.mission && (
          <div>
            <h2>{t('mission')}</h2>
            <p>{plan.mission}</p>
          </div>
        )}
        {plan.vision && (
          <div>
            <h2>{t('vision')}</h2>
            <p>{plan.vision}</p>
          </div>
        )}
      </div>
      {plan.norm.verified && <p class="fine">{t('norm', plan.norm.id, formatDate(plan.norm.verified))}</p>}
    </section>
  )
}

function Cards({ view }: { view: View }) {
  const { activities, budget } = view
  return (
    <div class="cards">
      {activities && (
        <section class="card" aria-labelledby="by-state">
          <h2 id="by-state">{t('byState')}</h2>
          <p class="figure">{t(activities.total === 1 ? 'countActivity' : 'countActivities', activities.total)}</p>
          <ul class="badges">
            {activities.states
              .filter(({ count }) => count > 0)
              .map(({ state, count }) => (
                <li key={state.key}>
                  <Badge state={state} count={count} />
                </li>
              ))}
          </ul>
          <a href="#actividades">{t('seeActivities')}</a>
        </section>
      )}
      {budget && (
        <section class="card" aria-labelledby="year-money">
          <h2 id="year-money">{t('money')}</h2>
          <p class="figure">{formatMoney(budget.cost)}</p>
          <dl class="pairs">
            <dt>{t('ceiling')}</dt>
            <dd>{formatMoney(budget.ceiling)}</dd>
            <dt>{t('gap')}</dt>
            <dd>
              <Gap gap={budget.gap} />
            </dd>
          </dl>
          <a href="#presupuesto">{t('byMonth')}</a>
        </section>
      )}
      {view.indicators && view.indicators.length > 0 && (
        <section class="card" aria-labelledby="lights">
          <h2 id="lights">{t('indicators')}</h2>
          <p class="figure">{view.indicators.length}</p>
          <ul class="badges">
            {countLights(view).map(({ light, count }) => (
              <li key={light.key}>
                <Badge state={light} count={count} />
              </li>
            ))}
          </ul>
          <a href="#indicadores">{t('indicators')}</a>
        </section>
      )}
    </div>
  )
}

function countLights(view: View) {
  const counts = new Map<string, { light: NonNullable<View['indicators']>[number]['light']; count: number }>()
  for (const { light } of view.indicators ?? []) {
    const seen = counts.get(light.key)
    if (seen) seen.count++
    else counts.set(light.key, { light, count: 1 })
  }
  return [...counts.values()]
}

/** What is lacking or left, said in words. */
export function Gap({ gap }: { gap: string }) {
  const value = Number(gap)
  if (value === 0) return <>{t('balanced')}</>
  const amount = formatMoney(gap.replace('-', ''))
  return value > 0 ? <b class="tone-bad">■ {t('lacking', amount)}</b> : <span>{t('spare', amount)}</span>
}

/** How many of the things due are shown. */
const most = 12

function Due({ rows, total }: { rows: DueRow[]; total: number }) {
  if (rows.length === 0) return <p class="empty">{t('nothingDue')}</p>
  return (
    <>
      <ol class="due">
        {rows.slice(0, most).map((row) => (
          <li key={row.kind + row.path + row.date + row.label} class={row.late ? 'late' : undefined}>
            <time dateTime={row.date}>{formatDate(row.date)}</time>
            <div>
              <p>
                {row.path && placeOfPath(row.path) !== 'resumen' ? (
                  <a
                    href={`#${placeOfPath(row.path)}`}
                    onClick={(event) => {
                      event.preventDefault()
                      follow(row.path!)
                    }}
                  >
                    {row.label}
                  </a>
                ) : (
                  row.label
                )}
              </p>
              <p class="fine">
                {row.late ? <b class="tone-bad">■ {t('late')}</b> : left(row.days)}
                {row.basis && ` · ${row.basis}`}
              </p>
            </div>
          </li>
        ))}
      </ol>
      {total > most && <p class="fine">{t('dueMore', total - most)}</p>}
    </>
  )
}

function left(days: number): string {
  if (days === 0) return t('dueToday')
  return days === 1 ? t('dueInOne') : t('dueIn', days)
}

function Periods({ view }: { view: View }) {
  const periods = view.periods ?? []
  return (
    <section aria-labelledby="periods">
      <h2 id="periods">{t('periods')}</h2>
      {periods.length === 0 ? (
        <p class="empty">{t('noPeriods')}</p>
      ) : (
        <ol class="periods" lang={language.value}>
          {periods.map((period) => (
            <li key={period.id}>
              <h3>{period.name}</h3>
              <p>{formatSpan(period.start, period.end)}</p>
              <p class="fine">
                {period.businessDays === 1 ? t('businessDay') : t('businessDays', period.businessDays)}
                {' · '}
                {period.activities === 1 ? t('countActivity') : t('countActivities', period.activities)}
                {period.closed && ` · ${t('closed')}`}
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
