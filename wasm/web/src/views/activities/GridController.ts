// Handles keys, edits and the clipboard in the grid. The grid itself keeps the
// focus; the cursor is the active cell.

import type { ActivityRow, View } from '../../gen/rpc'
import * as plan from '../../plan'
import { elementID, fieldOf } from '../../plan/paths'
import { t } from '../../ui/words'
import type { CellEditor } from './CellEditor'
import { type Column, nameColumn, typedOf } from './columns'
import { pastedText } from './commands'
import { cellID, cursor, existing, fetchRow, narrow, rowAt, rowCount, rowHeight, visibleColumns } from './cursor'
import { actionOf, type Cell, cellAfter, clamp, type Move } from './moves'
import { w } from './words'
import { write } from './write'

export class GridController {
  constructor(
    private readonly grid: HTMLElement,
    readonly editor: CellEditor,
  ) {}

  focus() {
    this.grid.focus({ preventScroll: true })
  }

  /** Moves the cursor to a cell and scrolls it into view. */
  moveTo(to: Cell) {
    const at = clamp(to, { rows: rowCount.peek(), columns: visibleColumns.peek().length })
    cursor.value = at
    this.scrollTo(at.row)
    // The browser scrolls horizontally, once the cell is rendered.
    requestAnimationFrame(() => {
      const cell = document.getElementById(cellID(at.row, visibleColumns.peek()[at.column]!))
      cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    })
  }

  /** Moves the cursor to the cell at a path. stillWanted is checked once the engine has found the position. */
  async goToPath(path: string, stillWanted: () => boolean) {
    const id = elementID(path, 'activities')
    // The path of the list means the row of a new activity.
    const row = await (id ? plan.positionOf(id) : existing.peek())
    if (!stillWanted() || row < 0) return
    const field = fieldOf(path)
    const column = visibleColumns.peek().findIndex((found) => found.field && field.startsWith(found.field))
    this.moveTo({ row, column: column >= 0 ? column : id ? cursor.peek().column : nameColumn })
    this.focus()
  }

  /** Scrolls a row into view, which need not be rendered yet. */
  scrollTo(row: number) {
    const { grid } = this
    const head = narrow.peek() ? 0 : grid.querySelector<HTMLElement>('.grid-head')!.offsetHeight
    const visibleHeight = grid.clientHeight - head
    const height = rowHeight.peek()
    const top = row * height
    if (top < grid.scrollTop) grid.scrollTop = top
    else if (top + height > grid.scrollTop + visibleHeight) grid.scrollTop = top + height - visibleHeight
  }

  key(event: KeyboardEvent) {
    if (this.editor.active || event.target !== this.grid) return
    const action = actionOf(event, cursor.peek(), {
      rows: rowCount.peek(),
      columns: visibleColumns.peek().length,
      page: Math.max(1, Math.floor(this.grid.clientHeight / rowHeight.peek()) - 2),
    })
    if (!action) return
    if (action === 'clear') {
      this.clear()
    } else if ('move' in action) {
      this.moveTo(action.move)
    } else {
      this.edit(action.edit === 'replace')
      // A character that starts an edit goes into the field, which has the focus now.
      if (action.edit === 'replace') return
    }
    event.preventDefault()
  }

  /** Starts editing the active cell; with replace, the field is empty at first. */
  edit(replace: boolean) {
    const at = cursor.peek()
    const column = visibleColumns.peek()[at.column]
    const view = plan.view.peek()
    if (!column || !view) return
    if (plan.readOnly.peek() || column.kind === 'computed') {
      plan.announcement.value = plan.readOnly.peek() ? t('readOnly') : w('computed')
      return
    }
    const row = rowAt(view, at.row)
    if (row || at.row === existing.peek()) this.editCell(at.row, row, column, view, replace)
    // The row is still being fetched. Typing over it need not wait for its value.
    else if (replace && column.kind !== 'choice') this.editCell(at.row, undefined, column, view, replace)
    else void fetchRow(at.row).then((found) => found && cursor.peek() === at && this.edit(replace))
  }

  private editCell(position: number, row: ActivityRow | undefined, column: Column, view: View, replace: boolean) {
    const isNew = position === existing.peek()
    const value = typedOf(row, column, view)
    const label = `${w(column.id)}, ${row?.name || (isNew ? w('newActivity') : t('noValue'))}`
    const options = {
      cell: () => document.getElementById(cellID(position, column)),
      cancel: () => this.focus(),
      commit: (text: string, move: Move) => {
        if (move !== 'stay') this.focus()
        if (!row && !isNew) void fetchRow(position).then((found) => found && write(found, column, text))
        else if (text !== value) write(row, column, text)
        this.moveAfter(move)
      },
    }
    if (column.kind === 'choice') {
      this.editor.choose(label, value, [{ key: '', label: t('chooseNone') }, ...column.choices!(view)], options)
    } else {
      this.editor.text(label, value, replace, options)
    }
  }

  private moveAfter(move: Move) {
    if (move === 'stay') return
    const editable = visibleColumns.peek().map(({ kind }) => kind !== 'computed')
    this.moveTo(cellAfter(cursor.peek(), move, rowCount.peek(), editable))
  }

  private clear() {
    const { row: position, column: index } = cursor.peek()
    const column = visibleColumns.peek()[index]!
    void fetchRow(position).then((row) => {
      if (row && column.field && typedOf(row, column, plan.view.peek()!) !== '') write(row, column, '')
    })
  }

  copy(event: ClipboardEvent) {
    const view = plan.view.peek()
    const { row: position, column } = cursor.peek()
    const row = rowAt(view, position)
    if (!row || this.editor.active) return
    event.clipboardData?.setData('text/plain', visibleColumns.peek()[column]!.text(row, view!))
    event.preventDefault()
  }

  paste(event: ClipboardEvent) {
    if (this.editor.active) return
    event.preventDefault()
    const { row: position, column: index } = cursor.peek()
    const column = visibleColumns.peek()[index]!
    const text = pastedText(event.clipboardData?.getData('text/plain') ?? '', column)
    if (text === undefined) return
    if (position === existing.peek()) write(undefined, column, text)
    else void fetchRow(position).then((row) => row && write(row, column, text))
  }
}
