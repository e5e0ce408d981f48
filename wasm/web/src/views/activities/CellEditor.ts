// The input that is placed over a cell while it is edited. It is always in the page, so
// that it can get the focus during the keydown that starts an edit and receive the
// character, or the dead key, like any other field.

import type { Move } from './moves'

interface Edit {
  field: HTMLInputElement | HTMLSelectElement
  cell(): HTMLElement | null
  before: string
  commit(text: string, move: Move): void
  cancel(): void
}

type Options = Omit<Edit, 'field' | 'before'>

export class CellEditor {
  private current?: Edit

  /** @param frame is the element the fields are positioned in. */
  constructor(
    private readonly frame: HTMLElement,
    private readonly input: HTMLInputElement,
    private readonly select: HTMLSelectElement,
  ) {
    for (const field of [input, select]) {
      field.addEventListener('keydown', (event) => this.key(event as KeyboardEvent))
      field.addEventListener('blur', () => this.finish('stay'))
    }
  }

  get active(): boolean {
    return this.current !== undefined
  }

  /** Starts editing a text; with replace, the field is empty at first. */
  text(label: string, value: string, replace: boolean, options: Options) {
    this.input.value = replace ? '' : value
    this.begin(label, { ...options, field: this.input, before: value })
    if (!replace) this.input.setSelectionRange(value.length, value.length)
  }

  /** Starts editing a choice. */
  choose(label: string, value: string, choices: { key: string; label: string }[], options: Options) {
    this.select.replaceChildren(...choices.map((choice) => new Option(choice.label, choice.key)))
    this.select.value = value
    this.begin(label, { ...options, field: this.select, before: value })
  }

  /** Positions the field over its cell again, after scrolling or resizing. */
  place() {
    const cell = this.current?.cell()
    if (!cell) return
    const at = cell.getBoundingClientRect()
    const from = this.frame.getBoundingClientRect()
    const { style } = this.current!.field
    style.left = `${at.left - from.left}px`
    style.top = `${at.top - from.top}px`
    style.width = `${at.width}px`
    style.height = `${at.height}px`
  }

  private begin(label: string, edit: Edit) {
    this.current = edit
    edit.field.setAttribute('aria-label', label)
    edit.field.hidden = false
    this.place()
    edit.field.focus({ preventScroll: true })
  }

  private key(event: KeyboardEvent) {
    if (event.isComposing) return
    const move = moveOf(event)
    if (event.key === 'Escape') {
      const { current } = this
      this.end()
      current?.cancel()
    } else if (move) {
      this.finish(move)
    } else {
      // Keys such as Ctrl+Z act on the text of the field.
      event.stopPropagation()
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }

  private finish(move: Move) {
    const { current } = this
    if (!current) return
    const text = current.field.value
    this.end()
    if (text !== current.before || move !== 'stay') current.commit(text, move)
  }

  private end() {
    const field = this.current?.field
    this.current = undefined
    if (field) field.hidden = true
  }
}

function moveOf({ key, shiftKey }: KeyboardEvent): Move | undefined {
  if (key === 'Enter') return shiftKey ? 'up' : 'down'
  if (key === 'Tab') return shiftKey ? 'previous' : 'next'
  return undefined
}
