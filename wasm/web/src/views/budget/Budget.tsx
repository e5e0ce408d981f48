import type { BudgetView, ChapterRow, FundRow, View } from '../../gen/rpc'
import { translate } from '../../language'
import { formatAmount, formatMoney, monthNames } from '../../ui/format'
import { Gap } from '../../ui/Gap'
import { type Column, Table } from '../../ui/Table'
import { t } from '../../ui/words'
import { budget as descriptor } from './view'
import { w } from './words'
import './budget.css'

/** The budget by chapter and month, and by source of funds. */
export function Budget({ view: { budget } }: { view: View }) {
  return (
    <div class="view budget">
      <h1>{translate(descriptor.label)}</h1>
      {!budget || budget.chapters.length === 0 ? (
        <p class="empty">{w('none')}</p>
      ) : (
        <>
          <Totals budget={budget} />
          <section aria-labelledby="by-chapter">
            <h2 id="by-chapter">{w('byChapter')}</h2>
            <Table
              labelledBy="by-chapter"
              class="months"
              columns={chapterColumns(budget)}
              rows={budget.chapters}
              rowKey={({ code }) => code}
              empty={w('none')}
              above={<Bars months={budget.months} />}
            />
          </section>
          <section aria-labelledby="funds">
            <h2 id="funds">{w('funds')}</h2>
            <Table labelledBy="funds" columns={fundColumns()} rows={budget.funds} rowKey={({ id }) => id} empty={w('none')} />
          </section>
        </>
      )}
    </div>
  )
}

function Totals({ budget }: { budget: BudgetView }) {
  return (
    <dl class="totals">
      <div>
        <dt>{t('cost')}</dt>
        <dd>{formatMoney(budget.cost)}</dd>
      </div>
      <div>
        <dt>{t('ceiling')}</dt>
        <dd>{budget.ceiling === undefined ? t('ceilingUnknown') : formatMoney(budget.ceiling)}</dd>
      </div>
      <div>
        <dt>{t('gap')}</dt>
        <dd>
          <Gap gap={budget.gap} />
        </dd>
      </div>
    </dl>
  )
}

/** A bar chart over the columns of the months. The table has the same numbers, so it is hidden from screen readers. */
function Bars({ months }: { months: string[] }) {
  const highest = Math.max(1, ...months.map(Number))
  return (
    <tr class="bars" aria-hidden="true">
      <td />
      {months.map((amount, i) => (
        <td key={i}>
          <i style={{ height: `${((Number(amount) / highest) * 100).toFixed(1)}%` }} />
        </td>
      ))}
      <td />
    </tr>
  )
}

const chapterColumns = (budget: BudgetView): Column<ChapterRow>[] => [
  {
    key: 'chapter',
    head: w('chapter'),
    rowHeader: true,
    cell: ({ code, name }) => (
      <>
        <b>{code}</b> {name}
      </>
    ),
    foot: w('total'),
  },
  ...monthNames().map(
    (name, i): Column<ChapterRow> => ({
      key: name,
      head: name,
      kind: 'number',
      cell: ({ months }) => formatAmount(months[i]!),
      foot: formatAmount(budget.months[i]!),
    }),
  ),
  { key: 'total', head: w('total'), kind: 'total', cell: ({ total }) => formatAmount(total), foot: formatAmount(budget.cost) },
]

const fundColumns = (): Column<FundRow>[] => [
  { key: 'fund', head: w('fund'), rowHeader: true, cell: ({ name }) => name },
  { key: 'cost', head: t('cost'), kind: 'number', cell: ({ cost }) => formatMoney(cost) },
  { key: 'ceiling', head: t('ceiling'), kind: 'number', cell: ({ ceiling }) => (ceiling === undefined ? t('ceilingUnknown') : formatMoney(ceiling)) },
  { key: 'gap', head: t('gap'), cell: ({ gap }) => <Gap gap={gap} /> },
]
