import { useSignal } from '@preact/signals'
import type { IndicatorRow, View } from '../../gen/rpc'
import { translate } from '../../language'
import { Badge } from '../../ui/Badge'
import { Pages } from '../../ui/Pages'
import { type Column, Table } from '../../ui/Table'
import { indicators as descriptor } from './view'
import { w } from './words'

const pageSize = 40

/** The indicators with their value, target and traffic light. */
export function Indicators({ view }: { view: View }) {
  const indicators = view.indicators ?? []
  const from = useSignal(0)
  return (
    <div class="view indicators">
      <h1 id="indicators">{translate(descriptor.label)}</h1>
      <Table
        labelledBy="indicators"
        columns={columns()}
        rows={indicators.slice(from.value, from.value + pageSize)}
        rowKey={({ id }) => id}
        empty={w('none')}
      />
      <Pages from={from.value} size={pageSize} total={indicators.length} turn={(to) => (from.value = to)} />
    </div>
  )
}

const columns = (): Column<IndicatorRow>[] => [
  {
    key: 'indicator',
    head: w('indicator'),
    rowHeader: true,
    cell: ({ key, name, unit }) => (
      <>
        {key && <span class="fine">{key}</span>} {name}
        {unit && <span class="fine block">{unit}</span>}
      </>
    ),
  },
  { key: 'value', head: w('value'), kind: 'number', cell: ({ value }) => value ?? '–' },
  { key: 'target', head: w('target'), kind: 'number', cell: ({ target }) => target ?? '–' },
  {
    key: 'light',
    head: w('light'),
    cell: ({ light, reason }) => (
      <>
        <Badge state={light} />
        {reason && <span class="fine block">{reason}</span>}
      </>
    ),
  },
  { key: 'formula', head: w('formula'), cell: ({ formula }) => formula && <code>{formula}</code> },
]
