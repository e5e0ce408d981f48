// The grid of activities, which renders the visible rows only. The grid keeps the
// focus; aria-activedescendant names the active cell.

import { useSignal, useSignalEffect } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { translate } from '../../language'
import * as plan from '../../plan'
import { CellEditor } from './CellEditor'
import { activeColumn, cellID, cursor, existing, rowAt, rowCount, rowHeight, visibleColumns, wanted } from './cursor'
import { GridController } from './GridController'
import { GridRow } from './GridRow'
import { renderedRows, windowStart } from './moves'
import { activities as descriptor } from './view'
import { w } from './words'

/** The number of rows rendered above and below the visible ones. */
const margin = 6

/** How many rows are fetched at a time. */
const windowSize = 120

export function ActivityGrid() {
  const view = plan.view.value!
  const writable = !plan.readOnly.value
  const rows = rowCount.value
  const height = rowHeight.value

  const frame = useRef<HTMLDivElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const select = useRef<HTMLSelectElement>(null)
  const control = useRef<GridController | null>(null)
  const top = useSignal(0)
  const visibleHeight = useSignal(600)
  const [first, last] = renderedRows(top.value, visibleHeight.value, height, rows, margin)

  useLayoutEffect(() => {
    const editor = new CellEditor(frame.current!, input.current!, select.current!)
    control.current = new GridController(grid.current!, editor)
    const observer = new ResizeObserver(() => {
      visibleHeight.value = grid.current!.clientHeight
      editor.place()
    })
    observer.observe(grid.current!)
    return () => observer.disconnect()
  }, [])

  useRowsInView(first, last)

  useEffect(() => {
    if (cursor.peek().row >= rows) cursor.value = { ...cursor.peek(), row: Math.max(0, rows - 1) }
  }, [rows])

  useSignalEffect(() => {
    const target = wanted.value
    if (!target) return
    void control.current!.goToPath(target.path, () => {
      const isCurrent = wanted.peek() === target
      if (isCurrent) wanted.value = null
      return isCurrent
    })
  })

  useLayoutEffect(() => control.current!.scrollTo(cursor.peek().row), [height])

  function press(row: number, column: number, again: boolean) {
    const same = cursor.peek().row === row && cursor.peek().column === column
    cursor.value = { row, column }
    control.current!.focus()
    if (again || (same && matchMedia('(pointer: coarse)').matches)) control.current!.edit(false)
  }

  const rendered = cursor.value.row >= first && cursor.value.row < last
  const active = rendered ? activeColumn.value : undefined
  return (
    <div class="grid-frame" ref={frame}>
      <div
        class="grid"
        role="grid"
        tabindex={0}
        ref={grid}
        aria-label={translate(descriptor.label)}
        aria-rowcount={rows + 1}
        aria-colcount={visibleColumns.value.length}
        aria-readonly={!writable}
        aria-describedby="grid-help"
        aria-activedescendant={active && rows > 0 ? cellID(cursor.value.row, active) : undefined}
        onKeyDown={(event) => control.current!.key(event)}
        onCopy={(event) => control.current!.copy(event)}
        onPaste={(event) => control.current!.paste(event)}
        onScroll={() => {
          top.value = grid.current!.scrollTop
          control.current!.editor.place()
        }}
      >
        <Head />
        <div class="grid-body" role="rowgroup" style={{ height: `${rows * height}px` }}>
          {Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i).map((position) => (
            <GridRow
              key={position}
              position={position}
              view={view}
              row={rowAt(view, position)}
              isNew={writable && position === existing.value}
              activeColumn={position === cursor.value.row ? cursor.value.column : -1}
              press={(column, again) => press(position, column, again)}
            />
          ))}
        </div>
      </div>
      <input class="cell-field" ref={input} hidden tabindex={-1} autocomplete="off" spellcheck={false} />
      <select class="cell-field" ref={select} hidden tabindex={-1} />
    </div>
  )
}

function Head() {
  return (
    <div class="grid-head" role="rowgroup">
      <div class="grid-row" role="row" aria-rowindex={1}>
        {visibleColumns.value.map((column, i) => (
          <div key={column.id} class={`cell ${column.id}`} role="columnheader" aria-colindex={i + 1}>
            {w(column.id)}
          </div>
        ))}
      </div>
    </div>
  )
}

/** Fetches the visible rows when they are outside the window. */
function useRowsInView(first: number, last: number) {
  const { total, from, rows } = plan.view.value!.activities ?? { total: 0, from: 0, rows: [] }
  const until = from + rows.length
  const cut = plan.rowsCut.value
  useEffect(() => {
    const start = windowStart(first, Math.min(last, total), { from, until, cut }, windowSize)
    if (start !== undefined) void plan.showRows(start, windowSize)
  }, [first, last, from, until, total, cut])
}
