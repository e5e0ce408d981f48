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
    <section aria-labelledby="special-days">
      <h2 id="special-days">{c('outOfOrdinary')}</h2>
      {runs.length === 0 ? (
        <p class="empty">{c('noneOutOfOrdinary')}</p>
      ) : (
        <div class="scroll" role="group" aria-labelledby="special-days" tabindex={0}>
          <table class="special">
            <thead>
              <tr>
                <th scope="col">{c('date')}</th>
                <th scope="col">{c('name')}</th>
                <th scope="col">{c('what')}</th>
                <th scope="col">{c('why')}</th>
                <th scope="col">{t('basis')}</th>
                <th scope="col">{c('certainty')}</th>
              </tr>
            </thead>
            <tbody>
              {runs.map(({ start, end, row, why }) => (
                <tr key={start + row.name + row.kind + row.basis}>
                  <td>
                    {formatSpan(start, end)}
                    <span class="fine block">
                      {start === end ? weekday(start) : `${weekday(start)} – ${weekday(end)}`}
                    </span>
                  </td>
                  <th scope="row">{row.name}</th>
                  <td>{row.kind}</td>
                  <td>{why.join(', ')}</td>
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
            <table class="special">
              <thead>
                <tr>
                  <th scope="col">{c('dates')}</th>
                  <th scope="col">{c('name')}</th>
                  <th scope="col">{c('requestBy')}</th>
                  <th scope="col">{t('basis')}</th>
                  <th scope="col">{c('certainty')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.start + row.name}>
                    <td>{formatSpan(row.start, row.end)}</td>
                    <th scope="row">{row.name}</th>
                    <td>{formatDate(row.requestBy) || '–'}</td>
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
      <td lang="es-MX">{basis.startsWith('(') ? '–' : basis || '–'}</td>
      <td title={status(sure) || undefined}>
        <Badge state={certainty(sure)} />
      </td>
    </>
  )
}
