// Where a key or the end of an edit leads in the grid.

export interface Cell {
  row: number
  column: number
}

/** How many rows and columns there are, and how many rows a page key moves by. */
export interface Size {
  rows: number
  columns: number
  page: number
}

/** Where the person goes after an edit. */
export type Move = 'stay' | 'down' | 'up' | 'next' | 'previous'

/** What a key asks for: another cell, an edit, or that the cell is cleared. */
export type Action = { move: Cell } | { edit: 'keep' | 'replace' } | 'clear'

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** The action of a key pressed on a cell; undefined for a key that is not of the grid. */
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

/** The nearest cell of the grid. */
export function clamp({ row, column }: Cell, { rows, columns }: Pick<Size, 'rows' | 'columns'>): Cell {
  return {
    row: Math.min(Math.max(row, 0), Math.max(0, rows - 1)),
    column: Math.min(Math.max(column, 0), columns - 1),
  }
}

/** The cell to go to after an edit; next and previous skip the columns that cannot be edited. */
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

/** The rows that are rendered: those in view and a margin on each side; the last is not included. */
export function renderedRows(top: number, room: number, height: number, rows: number, margin: number): [first: number, last: number] {
  return [Math.max(0, Math.floor(top / height) - margin), Math.min(rows, Math.ceil((top + room) / height) + margin)]
}
