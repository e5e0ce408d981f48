// The activities as a grid of which only the rows in view are in the page. The
// focus stays on the grid; aria-activedescendant says which cell is meant.

import { computed, signal, useSignal, useSignalEffect } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { ActivityRow, View } from '../gen/rpc'
import { newID } from '../plan/ids'
import * as plan from '../plan'
import { severities, severity, t } from '../words'
import { type Column, columns, isIllustrative, pathOf, pendingOf, typedOf } from './columns'
import { Editor, type Move } from './editor'

/** How many rows are kept on each side of those in view. */
const margin = 6
/** How many rows are asked of the engine at a time. */
const stretch = 120

/** The position of the name among the columns, narrow or not. */
const nameColumn = 1

/** The cell the person is at; it outlives the grid, so that one comes back to it. */
export const cursor = signal({ row: 0, column: nameColumn })

const narrow = signal(false)
const narrowQuery = matchMedia('(max-width: 40rem)')
narrow.value = narrowQuery.matches
narrowQuery.addEventListener('change', () => {
  narrow.value = narrowQuery.matches
})

const shown = computed(() => (narrow.value ? columns.filter((column) => column.card) : columns))

/** The column the cursor is in. */
export const activeColumn = computed(() => shown.value[cursor.value.column])

/** The row the cursor is on, when it is in the window. */
export const activeRow = computed(() => rowAt(plan.view.value, cursor.value.row))

/**
 * New activities that the engine was told of and has not answered yet. They
 * stand after its own, so that one can go on typing.
 */
const coming = signal<ActivityRow[]>([])

/** How many activities there are; the row of a new one comes after them. */
const existing = computed(() => (plan.view.value?.activities?.total ?? 0) + coming.value.length)

/** How many rows the grid has. */
const count = computed(() => existing.value + (plan.readOnly.value ? 0 : 1))

function rowAt(view: View | null, position: number): ActivityRow | undefined {
  const { activities } = view ?? {}
  if (!activities) return undefined
  return activities.rows[position - activities.from] ?? coming.value[position - activities.total]
}

/** The row at a position, asked of the engine when it is not in the window. */
async function whenThere(position: number): Promise<ActivityRow | undefined> {
  const row = rowAt(plan.view.peek(), position)
  if (row || position >= existing.peek()) return row
  return plan.activityAt(position)
}

const cellID = (row: number, column: Column) => `cell-${row}-${column.id}`

export function ActivityGrid() {
  const view = plan.view.value!
  const total = view.activities?.total ?? 0
  const writable = !plan.readOnly.value
  const height = narrow.value ? 148 : 46

  const frame = useRef<HTMLDivElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const select = useRef<HTMLSelectElement>(null)
  const editor = useRef<Editor | null>(null)
  const top = useSignal(0)
  const room = useSignal(600)

  const first = Math.max(0, Math.floor(top.value / height) - margin)
  const last = Math.min(count.value, Math.ceil((top.value + room.value) / height) + margin)
  const from = view.activities?.from ?? 0
  const until = from + (view.activities?.rows.length ?? 0)

  useLayoutEffect(() => {
    editor.current = new Editor(frame.current!, input.current!, select.current!)
    const measure = new ResizeObserver(() => {
      room.value = grid.current!.clientHeight
      editor.current!.place()
    })
    measure.observe(grid.current!)
    return () => measure.disconnect()
  }, [])

  // The rows in view are asked for when the window does not hold them.
  useEffect(() => {
    if (first < from || Math.min(last, total) > until) {
      void plan.showRows(Math.max(0, first - Math.floor(stretch / 3)), stretch)
    }
  }, [first, last, from, until, total])

  useEffect(() => {
    const rows = count.value
    if (cursor.peek().row >= rows) cursor.value = { ...cursor.peek(), row: Math.max(0, rows - 1) }
  }, [count.value])

  // A path to bring into view: what undo changed, where a finding points. The
  // list itself means the row of a new activity.
  useSignalEffect(() => {
    const goal = plan.target.value
    if (!goal?.path.startsWith('activities')) return
    const [, id, field] = /^activities(?:\[([^\]]+)\]\.?(.*))?/.exec(goal.path)!
    void (id ? plan.positionOf(id) : Promise.resolve(existing.peek())).then((row) => {
      if (plan.target.peek() !== goal) return
      plan.target.value = null
      if (row < 0) return
      const at = shown.peek().findIndex((column) => column.field && field?.startsWith(column.field))
      moveTo(row, at >= 0 ? at : id ? cursor.peek().column : nameColumn)
      grid.current?.focus({ preventScroll: true })
    })
  })

  useLayoutEffect(() => scrollTo(cursor.peek().row), [height])

  function scrollTo(row: number) {
    const box = grid.current
    if (!box) return
    const head = narrow.peek() ? 0 : box.querySelector<HTMLElement>('.grid-head')!.offsetHeight
    const roomForRows = box.clientHeight - head
    const at = row * height
    if (at < box.scrollTop) box.scrollTop = at
    else if (at + height > box.scrollTop + roomForRows) box.scrollTop = at + height - roomForRows
  }

  function moveTo(row: number, column: number) {
    const at = {
      row: Math.min(Math.max(row, 0), Math.max(0, count.peek() - 1)),
      column: Math.min(Math.max(column, 0), shown.peek().length - 1),
    }
    cursor.value = at
    scrollTo(at.row)
    // Sideways the browser knows best, once the cell is there.
    requestAnimationFrame(() => {
      document.getElementById(cellID(at.row, shown.peek()[at.column]!))?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    })
  }

  function moveBy(move: Move) {
    const { row, column } = cursor.peek()
    if (move === 'down') moveTo(row + 1, column)
    else if (move === 'up') moveTo(row - 1, column)
    else if (move !== 'stay') {
      const step = move === 'next' ? 1 : -1
      const width = shown.peek().length
      let at = row * width + column + step
      while (at > 0 && at < count.peek() * width - 1 && shown.peek()[at % width]!.kind === 'computed') at += step
      moveTo(Math.floor(at / width), ((at % width) + width) % width)
    }
  }

  function edit(replace: boolean) {
    const at = cursor.peek()
    const column = shown.peek()[at.column]
    const current = plan.view.peek()
    if (!column || !current) return
    if (column.kind === 'computed' || plan.readOnly.peek()) {
      plan.announcement.value = plan.readOnly.peek() ? t('readOnly') : t('readOnlyCell')
      return
    }
    const row = rowAt(current, at.row)
    const isNew = at.row === existing.peek()
    if (!row && !isNew && (!replace || column.kind === 'choice')) {
      // What it holds is still on its way; what is typed over it need not wait.
      void whenThere(at.row).then((found) => found && cursor.peek() === at && edit(replace))
      return
    }
    const label = `${t(column.word)}, ${row?.name || (isNew ? t('newActivity') : t('noValue'))}`
    const value = typedOf(row, column, current)
    const options = {
      cell: () => document.getElementById(cellID(at.row, column)),
      cancel: () => grid.current?.focus({ preventScroll: true }),
      commit: (text: string, move: Move) => {
        if (move !== 'stay') grid.current?.focus({ preventScroll: true })
        if (row || isNew) {
          if (text !== value) write(row, column, text)
        } else {
          void whenThere(at.row).then((found) => found && write(found, column, text))
        }
        moveBy(move)
      },
    }
    if (column.kind === 'choice') {
      const choices = [{ key: '', label: t('chooseNone') }, ...column.choices!(current)]
      editor.current!.choose(label, value, choices, options)
    } else {
      editor.current!.text(label, value, replace, options)
    }
  }

  function key(event: KeyboardEvent) {
    if (editor.current?.active || event.target !== grid.current) return
    const { row, column } = cursor.peek()
    const page = Math.max(1, Math.floor(room.peek() / height) - 2)
    const ctrl = event.ctrlKey || event.metaKey
    const width = shown.peek().length
    switch (event.key) {
      case 'ArrowDown':
        moveTo(ctrl ? count.peek() - 1 : row + 1, column)
        break
      case 'ArrowUp':
        moveTo(ctrl ? 0 : row - 1, column)
        break
      case 'ArrowRight':
        moveTo(row, ctrl ? width - 1 : column + 1)
        break
      case 'ArrowLeft':
        moveTo(row, ctrl ? 0 : column - 1)
        break
      case 'Home':
        moveTo(ctrl ? 0 : row, 0)
        break
      case 'End':
        moveTo(ctrl ? count.peek() - 1 : row, width - 1)
        break
      case 'PageDown':
        moveTo(row + page, column)
        break
      case 'PageUp':
        moveTo(row - page, column)
        break
      case 'Enter':
      case 'F2':
        edit(false)
        break
      case 'Delete':
      case 'Backspace':
        clear()
        break
      default: {
        const types = event.key.length === 1 || event.key === 'Dead' || event.key === 'Process'
        if (!types || ctrl || event.altKey) return
        // The field has the focus now; the character goes there by itself.
        edit(true)
        return
      }
    }
    event.preventDefault()
  }

  function clear() {
    const at = cursor.peek()
    const column = shown.peek()[at.column]!
    void whenThere(at.row).then((row) => {
      if (row && column.field && typedOf(row, column, plan.view.peek()!) !== '') write(row, column, '')
    })
  }

  function copy(event: ClipboardEvent) {
    const at = cursor.peek()
    const row = rowAt(plan.view.peek(), at.row)
    if (!row || editor.current?.active) return
    event.clipboardData?.setData('text/plain', shown.peek()[at.column]!.text(row, plan.view.peek()!))
    event.preventDefault()
  }

  function paste(event: ClipboardEvent) {
    if (editor.current?.active) return
    event.preventDefault()
    const text = event.clipboardData?.getData('text/plain').trim() ?? ''
    const at = cursor.peek()
    const column = shown.peek()[at.column]!
    if (text === '' || /[\t\n]/.test(text) || (column.kind !== 'text' && column.kind !== 'date')) return
    if (at.row === existing.peek()) write(undefined, column, text)
    else void whenThere(at.row).then((row) => row && write(row, column, text))
  }

  const active = activeColumn.value
  const inPage = cursor.value.row >= first && cursor.value.row < last
  return (
    <div class="grid-frame" ref={frame}>
      <div
        class="grid"
        role="grid"
        tabindex={0}
        ref={grid}
        aria-label={t('activities')}
        aria-rowcount={count.value + 1}
        aria-colcount={shown.value.length}
        aria-readonly={!writable}
        aria-describedby="grid-help"
        aria-activedescendant={active && inPage && count.value > 0 ? cellID(cursor.value.row, active) : undefined}
        onKeyDown={key}
        onCopy={copy}
        onPaste={paste}
        onScroll={() => {
          top.value = grid.current!.scrollTop
          editor.current!.place()
        }}
      >
        <div class="grid-head" role="rowgroup">
          <div class="grid-row" role="row" aria-rowindex={1}>
            {shown.value.map((column, i) => (
              <div key={column.id} class={`cell ${column.id}`} role="columnheader" aria-colindex={i + 1}>
                {t(column.word)}
              </div>
            ))}
          </div>
        </div>
        <div class="grid-body" role="rowgroup" style={{ height: `${count.value * height}px` }}>
          {Array.from({ length: Math.max(0, last - first) }, (_, i) => {
            const position = first + i
            return (
              <Row
                key={position}
                position={position}
                height={height}
                view={view}
                row={rowAt(view, position)}
                isNew={writable && position === existing.value}
                column={position === cursor.value.row ? cursor.value.column : -1}
                pick={(column, again) => {
                  const same = cursor.peek().row === position && cursor.peek().column === column
                  cursor.value = { row: position, column }
                  grid.current!.focus({ preventScroll: true })
                  if (again || (same && matchMedia('(pointer: coarse)').matches)) edit(false)
                }}
              />
            )
          })}
        </div>
      </div>
      <input class="cell-field" ref={input} hidden tabindex={-1} autocomplete="off" spellcheck={false} />
      <select class="cell-field" ref={select} hidden tabindex={-1} />
    </div>
  )
}

interface RowProps {
  position: number
  height: number
  view: View
  row: ActivityRow | undefined
  isNew: boolean
  /** The active column of the row, or -1. */
  column: number
  pick(column: number, again: boolean): void
}

function Row({ position, height, view, row, isNew, column: active, pick }: RowProps) {
  const kind = isNew ? ' new' : row ? '' : ' waiting'
  return (
    <div
      class={`grid-row${active >= 0 ? ' active' : ''}${kind}`}
      role="row"
      aria-rowindex={position + 2}
      style={{ top: `${position * height}px`, height: `${height}px` }}
    >
      {shown.value.map((column, i) => {
        const pending = row && pendingOf(row, column)
        const illustrative = row && isIllustrative(row, column)
        return (
          <div
            key={column.id}
            id={cellID(position, column)}
            role="gridcell"
            aria-colindex={i + 1}
            aria-selected={i === active}
            aria-invalid={pending !== undefined || undefined}
            aria-readonly={column.kind === 'computed' || undefined}
            class={`cell ${column.id}${pending !== undefined ? ' pending' : ''}${illustrative ? ' illustrative' : ''}`}
            title={illustrative ? t('illustrative') : undefined}
            onMouseDown={(event) => {
              if (event.button !== 0) return
              event.preventDefault()
              pick(i, event.detail > 1)
            }}
          >
            {row ? <Content row={row} column={column} view={view} pending={pending} /> : null}
            {isNew && column.id === 'name' ? <span class="hint">{t('newActivity')}</span> : null}
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
        <span class="unseen">, {t('pendingCell')}</span>
      </>
    )
  }
  if (column.id === 'state' && row.state.label) {
    return (
      <span class={`badge tone-${row.state.tone}`}>
        <span aria-hidden="true">{row.state.shape}</span> {row.state.label}
      </span>
    )
  }
  const text = column.text(row, view)
  if (column.id !== 'key' || !row.severity) return <span class="text">{text}</span>
  const { shape, tone } = severities[row.severity]
  return (
    <>
      <span class="text">{text}</span>
      <span class={`flag tone-${tone}`} title={severity(row.severity)}>
        <span aria-hidden="true">{shape}</span>
        <span class="unseen"> {severity(row.severity)}</span>
      </span>
    </>
  )
}

/** Writes what was typed into a cell; in the row of a new activity it makes one. */
function write(row: ActivityRow | undefined, column: Column, text: string) {
  if (row) {
    set(row, column, text)
    return
  }
  if (text.trim() === '') return
  const id = newID()
  const first = column.kind === 'date' ? {} : { [column.field!]: text }
  const waiting: ActivityRow = { id, ...first, days: 0, planned: '', done: '', state: { key: '', label: '', shape: '', tone: '' } }
  coming.value = [...coming.peek(), waiting]
  void plan.edit([{ kind: 'change', edits: [{ op: 'insert', path: 'activities', value: { id, ...first } }] }]).then(() => {
    coming.value = coming.peek().filter((row) => row !== waiting)
  })
  if (column.kind === 'date') set(waiting, column, text)
}

function set(row: ActivityRow, column: Column, text: string) {
  const path = pathOf(row.id, column)
  if (column.kind !== 'date') {
    void plan.setText(path, text)
    return
  }
  const near = column.id === 'end' ? (row.end ?? row.start) : (row.start ?? row.end)
  void plan.setDate(path, text, near)
}
