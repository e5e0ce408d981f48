import type { BlackoutRow, CalendarView, Status } from '../../gen/rpc'
import { Badge } from '../../ui/Badge'
import { certainty, doubt } from '../../ui/certainty'
import { formatDate, formatSpan } from '../../ui/format'
import { type Column, Table } from '../../ui/Table'
import { t } from '../../ui/words'
import { type Run, weekdayOf } from './days'
import { w } from './words'

/** The days off and other special days by date, with their legal basis. */
export function SpecialDays({ runs, view }: { runs: Run[]; view: CalendarView }) {
  return (
    <section class="special-days" aria-labelledby="special-days">
      <h2 id="special-days">{w('outOfOrdinary')}</h2>
      <Table
        labelledBy="special-days"
        class="special"
        cards
        columns={specialColumns(view)}
        rows={runs}
        rowKey={({ start, row }) => start + row.name + row.kind + row.basis}
        empty={w('noneOutOfOrdinary')}
      />
    </section>
  )
}

function specialColumns({ weekdays }: CalendarView): Column<Run>[] {
  const weekday = (date: string) => weekdays[weekdayOf(date)]?.label ?? ''
  return [
    {
      key: 'date',
      head: w('date'),
      cell: ({ start, end }) => (
        <>
          {formatSpan(start, end)}
          <span class="fine block">{start === end ? weekday(start) : `${weekday(start)} – ${weekday(end)}`}</span>
        </>
      ),
    },
    { key: 'name', head: w('name'), rowHeader: true, cell: ({ row }) => row.name },
    { key: 'kind', head: w('what'), cell: ({ row }) => row.kind },
    { key: 'why', head: w('why'), cell: ({ why }) => why.join(', ') },
    ...basisColumns<Run>(({ row }) => row),
  ]
}

/** The electoral blackouts, in which government campaigns are suspended. */
export function Blackouts({ rows }: { rows: BlackoutRow[] }) {
  return (
    <section aria-labelledby="blackouts">
      <h2 id="blackouts">{w('blackouts')}</h2>
      {rows.length > 0 && <p class="fine">{w('blackoutHelp')}</p>}
      <Table
        labelledBy="blackouts"
        class="special"
        cards
        columns={blackoutColumns()}
        rows={rows}
        rowKey={({ start, name }) => start + name}
        empty={w('noBlackouts')}
      />
    </section>
  )
}

const blackoutColumns = (): Column<BlackoutRow>[] => [
  { key: 'dates', head: w('dates'), cell: ({ start, end }) => formatSpan(start, end) },
  { key: 'name', head: w('name'), rowHeader: true, cell: ({ name }) => name },
  {
    key: 'requestBy',
    head: w('requestBy'),
    cell: ({ requestBy }) => (
      <>
        <span class="stacked" aria-hidden="true">
          {w('requestBy')}:{' '}
        </span>
        {formatDate(requestBy) || '–'}
      </>
    ),
  },
  ...basisColumns<BlackoutRow>((row) => row),
]

/** The citation, which is always in Spanish, and its certainty. */
function basisColumns<Row>(of: (row: Row) => { basis: string; status: Status }): Column<Row>[] {
  return [
    { key: 'basis', head: t('basis'), lang: 'es-MX', cell: (row) => of(row).basis || '–' },
    {
      key: 'certainty',
      head: w('certainty'),
      class: 'certainty',
      title: (row) => doubt(of(row).status),
      cell: (row) => <Badge state={certainty(of(row).status)} />,
    },
  ]
}
