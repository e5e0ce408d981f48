import { formatDate, formatSpan } from '../format'
import type { BlackoutRow, CalendarView, Status } from '../gen/rpc'
import { Badge } from '../parts/Badge'
import { status, t } from '../words'
import { type Run, weekdayOf } from './days'
import { c, certainty } from './words'

/** The days out of the ordinary by date, with the ground of each. */
export function Special({ runs, view }: { runs: Run[]; view: CalendarView }) {
  const weekday = (date: string) => view.weekdays[weekdayOf(date)]?.label ?? ''
  return (
    <section class="special-days" aria-labelledby="special-days">
      <h2 id="special-days">{c('outOfOrdinary')}</h2>
      {runs.length === 0 ? (
        <p class="empty">{c('noneOutOfOrdinary')}</p>
      ) : (
        <div class="scroll" role="group" aria-labelledby="special-days" tabindex={0}>
          <table class="special" role="table">
            <thead role="rowgroup">
              <tr role="row">
                <th role="columnheader" scope="col">{c('date')}</th>
                <th role="columnheader" scope="col">{c('name')}</th>
                <th role="columnheader" scope="col">{c('what')}</th>
                <th role="columnheader" scope="col">{c('why')}</th>
                <th role="columnheader" scope="col">{t('basis')}</th>
                <th role="columnheader" scope="col">{c('certainty')}</th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              {runs.map(({ start, end, row, why }) => (
                <tr role="row" key={start + row.name + row.kind + row.basis}>
                  <td role="cell">
                    {formatSpan(start, end)}
                    <span class="fine block">
                      {start === end ? weekday(start) : `${weekday(start)} – ${weekday(end)}`}
                    </span>
                  </td>
                  <th role="rowheader" scope="row">{row.name}</th>
                  <td role="cell">{row.kind}</td>
                  <td role="cell">{why.join(', ')}</td>
                  <Ground basis={row.basis} status={row.status} />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

/** The times in which campaigns are suspended. */
export function Blackouts({ rows }: { rows: BlackoutRow[] }) {
  return (
    <section aria-labelledby="blackouts">
      <h2 id="blackouts">{c('blackouts')}</h2>
      {rows.length === 0 ? (
        <p class="empty">{c('noBlackouts')}</p>
      ) : (
        <>
          <p class="fine">{c('blackoutHelp')}</p>
          <div class="scroll" role="group" aria-labelledby="blackouts" tabindex={0}>
            <table class="special" role="table">
              <thead role="rowgroup">
                <tr role="row">
                  <th role="columnheader" scope="col">{c('dates')}</th>
                  <th role="columnheader" scope="col">{c('name')}</th>
                  <th role="columnheader" scope="col">{c('requestBy')}</th>
                  <th role="columnheader" scope="col">{t('basis')}</th>
                  <th role="columnheader" scope="col">{c('certainty')}</th>
                </tr>
              </thead>
              <tbody role="rowgroup">
                {rows.map((row) => (
                  <tr role="row" key={row.start + row.name}>
                    <td role="cell">{formatSpan(row.start, row.end)}</td>
                    <th role="rowheader" scope="row">{row.name}</th>
                    <td role="cell">
                      <span class="stacked" aria-hidden="true">
                        {c('requestBy')}:{' '}
                      </span>
                      {formatDate(row.requestBy) || '–'}
                    </td>
                    <Ground basis={row.basis} status={row.status} />
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  )
}

/** The citation, which is in Spanish as the law is, and how sure it is; a mark in brackets alone cites nothing. */
function Ground({ basis, status: sure }: { basis: string; status: Status }) {
  return (
    <>
      <td role="cell" lang="es-MX">{basis.trim().startsWith('(') ? '–' : basis || '–'}</td>
      <td role="cell" class="sure" title={status(sure) || undefined}>
        <Badge state={certainty(sure)} />
      </td>
    </>
  )
}
