import { formatAmount, formatMoney, monthNames } from '../format'
import type { BudgetView, View } from '../gen/rpc'
import { t } from '../words'
import { Gap } from './Summary'

/** The money of the plan by chapter and month, and by source. */
export function Budget({ view }: { view: View }) {
  const { budget } = view
  return (
    <div class="budget">
      <h1>{t('budget')}</h1>
      {!budget || budget.chapters.length === 0 ? (
        <p class="empty">{t('noBudget')}</p>
      ) : (
        <>
          <dl class="totals">
            <div>
              <dt>{t('cost')}</dt>
              <dd>{formatMoney(budget.cost)}</dd>
            </div>
            <div>
              <dt>{t('ceiling')}</dt>
              <dd>{formatMoney(budget.ceiling)}</dd>
            </div>
            <div>
              <dt>{t('gap')}</dt>
              <dd>
                <Gap gap={budget.gap} />
              </dd>
            </div>
          </dl>
          <section aria-labelledby="by-chapter">
            <h2 id="by-chapter">{t('byChapter')}</h2>
            <Chapters budget={budget} />
          </section>
          <section aria-labelledby="funds">
            <h2 id="funds">{t('funds')}</h2>
            <Funds budget={budget} />
          </section>
        </>
      )}
    </div>
  )
}

function Chapters({ budget }: { budget: BudgetView }) {
  const most = Math.max(1, ...budget.months.map(Number))
  return (
    <div class="scroll" role="group" aria-labelledby="by-chapter" tabindex={0}>
      <table class="months">
        <thead>
          <tr class="bars" aria-hidden="true">
            <td />
            {budget.months.map((amount, i) => (
              <td key={i}>
                <i style={{ height: `${((Number(amount) / most) * 100).toFixed(1)}%` }} />
              </td>
            ))}
            <td />
          </tr>
          <tr>
            <th scope="col">{t('chapter')}</th>
            {monthNames().map((name) => (
              <th key={name} scope="col" class="number">
                {name}
              </th>
            ))}
            <th scope="col" class="number">
              {t('total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {budget.chapters.map((chapter) => (
            <tr key={chapter.code}>
              <th scope="row">
                <b>{chapter.code}</b> {chapter.name}
              </th>
              {chapter.months.map((amount, i) => (
                <td key={i} class="number">
                  {formatAmount(amount)}
                </td>
              ))}
              <td class="number total">{formatAmount(chapter.total)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('total')}</th>
            {budget.months.map((amount, i) => (
              <td key={i} class="number">
                {formatAmount(amount)}
              </td>
            ))}
            <td class="number total">{formatAmount(budget.cost)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function Funds({ budget }: { budget: BudgetView }) {
  return (
    <div class="scroll" role="group" aria-labelledby="funds" tabindex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('fund')}</th>
            <th scope="col" class="number">
              {t('cost')}
            </th>
            <th scope="col" class="number">
              {t('ceiling')}
            </th>
            <th scope="col">{t('gap')}</th>
          </tr>
        </thead>
        <tbody>
          {budget.funds.map((fund) => (
            <tr key={fund.id}>
              <th scope="row">{fund.name}</th>
              <td class="number">{formatMoney(fund.cost)}</td>
              <td class="number">{formatMoney(fund.ceiling)}</td>
              <td>
                <Gap gap={fund.gap} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
