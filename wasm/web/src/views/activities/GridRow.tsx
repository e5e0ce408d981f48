import type { ActivityRow, View } from '../../gen/rpc'
import { Badge } from '../../ui/Badge'
import { severity } from '../../ui/severity'
import { t } from '../../ui/words'
import { type Column, isIllustrative, pendingOf } from './columns'
import { cellID, rowHeight, visibleColumns } from './cursor'
import { w } from './words'

interface RowProps {
  position: number
  view: View
  /** Undefined while it is fetched, and in the row of a new activity. */
  row: ActivityRow | undefined
  isNew: boolean
  /** The index of the active column, or -1 if the row is not active. */
  activeColumn: number
  /** Called when a cell is pressed; again is set for the second press of a double click. */
  press(column: number, again: boolean): void
}

export function GridRow({ position, view, row, isNew, activeColumn, press }: RowProps) {
  const height = rowHeight.value
  const state = isNew ? ' new' : row ? '' : ' waiting'
  return (
    <div
      class={`grid-row${activeColumn >= 0 ? ' active' : ''}${state}`}
      role="row"
      aria-rowindex={position + 2}
      style={{ top: `${position * height}px`, height: `${height}px` }}
    >
      {visibleColumns.value.map((column, i) => {
        const pending = row && pendingOf(row, column)
        const illustrative = row && isIllustrative(row, column)
        return (
          <div
            key={column.id}
            id={cellID(position, column)}
            role="gridcell"
            aria-colindex={i + 1}
            aria-selected={i === activeColumn}
            aria-invalid={pending !== undefined || undefined}
            aria-readonly={column.kind === 'computed' || undefined}
            class={`cell ${column.id}${pending !== undefined ? ' pending' : ''}${illustrative ? ' illustrative' : ''}`}
            title={illustrative ? t('illustrative') : undefined}
            onMouseDown={(event) => {
              if (event.button !== 0) return
              event.preventDefault()
              press(i, event.detail > 1)
            }}
          >
            {row ? <Content row={row} column={column} view={view} pending={pending} /> : null}
            {isNew && column.id === 'name' ? <span class="hint">{w('newActivity')}</span> : null}
          </div>
        )
      })}
    </div>
  )
}

interface ContentProps {
  row: ActivityRow
  column: Column
  view: View
  pending: string | undefined
}

function Content({ row, column, view, pending }: ContentProps) {
  if (pending !== undefined) {
    return (
      <>
        <span class="typed">{pending}</span>
        <span class="visually-hidden">, {t('pending')}</span>
      </>
    )
  }
  if (column.id === 'state' && row.state.label) return <Badge state={row.state} />
  const text = <span class="text">{column.text(row, view)}</span>
  const worst = column.id === 'key' && row.severity ? severity(row.severity) : undefined
  if (!worst) return text
  return (
    <>
      {text}
      <span class={`flag tone-${worst.tone}`} title={worst.label}>
        <span aria-hidden="true">{worst.shape}</span>
        <span class="visually-hidden"> {worst.label}</span>
      </span>
    </>
  )
}
