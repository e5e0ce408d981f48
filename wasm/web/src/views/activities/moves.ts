// Moves within the grid, as pure functions.

export interface Cell {
  row: number
  column: number
}

/** The size of the grid, and how many rows PageUp and PageDown move. */
export interface Size {
  rows: number
  columns: number
  page: number
}

/** Where the cursor moves after an edit. */
export type Move = 'stay' | 'down' | 'up' | 'next' | 'previous'

/** What a key does: move to a cell, edit the cell, or clear it. */
export type Action = { move: Cell } | { edit: 'keep' | 'replace' } | 'clear'

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** The action of a key on a cell, or undefined if the grid does not handle the key. */
export function actionOf(event: Key, { row, column }: Cell, { rows, columns, page }: Size): Action | undefined {
  const ctrl = event.ctrlKey || event.metaKey
  switch (event.key) {
    case 'ArrowDown':
      return { move: { row: ctrl ? rows - 1 : row + 1, column } }
    case 'ArrowUp':
      return { move: { row: ctrl ? 0 : row - 1, column } }
    case 'ArrowRight':
      return { move: { row, column: ctrl ? columns - 1 : column + 1 } }
    case 'ArrowLeft':
      return { move: { row, column: ctrl ? 0 : column - 1 } }
    case 'Home':
      return { move: { row: ctrl ? 0 : row, column: 0 } }
    case 'End':
      return { move: { row: ctrl ? rows - 1 : row, column: columns - 1 } }
    case 'PageDown':
      return { move: { row: row + page, column } }
    case 'PageUp':
      return { move: { row: row - page, column } }
    case 'Enter':
    case 'F2':
      return { edit: 'keep' }
    case 'Delete':
    case 'Backspace':
      return 'clear'
    default: {
      const types = event.key.length === 1 || event.key === 'Dead' || event.key === 'Process'
      return types && !ctrl && !event.altKey ? { edit: 'replace' } : undefined
    }
  }
}

/** The nearest cell within the grid. */
export function clamp({ row, column }: Cell, { rows, columns }: Pick<Size, 'rows' | 'columns'>): Cell {
  return {
    row: Math.min(Math.max(row, 0), Math.max(0, rows - 1)),
    column: Math.min(Math.max(column, 0), columns - 1),
  }
}

/** The cell after an edit. next and previous wrap around and skip columns that cannot be edited. */
export function cellAfter({ row, column }: Cell, move: Move, rows: number, editable: readonly boolean[]): Cell {
  if (move === 'stay') return { row, column }
  if (move === 'down') return { row: row + 1, column }
  if (move === 'up') return { row: row - 1, column }
  const step = move === 'next' ? 1 : -1
  const width = editable.length
  let at = row * width + column + step
  while (at > 0 && at < rows * width - 1 && !editable[at % width]) at += step
  return { row: Math.floor(at / width), column: ((at % width) + width) % width }
}

/** The range of rows to render, end excluded: the visible ones and a margin on each side. */
export function renderedRows(top: number, visible: number, height: number, rows: number, margin: number): [first: number, last: number] {
  return [Math.max(0, Math.floor(top / height) - margin), Math.min(rows, Math.ceil((top + visible) / height) + margin)]
}

/** The rows that the engine returned: from, and up to but not including until. */
export interface RowWindow {
  from: number
  until: number
  /** Whether it has fewer rows than were asked for, because their texts are long. */
  cut: boolean
}

/**
 * Where the next window of rows begins, so that the rows from first to before last are shown, or undefined if
 * they are, or no window has more of them. There are rows before first, to scroll back to, unless the engine
 * cuts the window: then it begins with first.
 */
export function windowStart(first: number, last: number, { from, until, cut }: RowWindow, size: number): number | undefined {
  if (first >= from && last <= until) return undefined
  if (!cut) return Math.max(0, first - Math.floor(size / 3))
  return first === from ? undefined : first
}
