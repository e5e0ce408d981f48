import { useRef } from 'preact/hooks'
import * as plan from '../plan'
import { pastedCells } from './paste'
import { useTypedText } from './typedText'
import { t } from './words'
import './field.css'

export interface FieldProps {
  /** The path of the value in the plan. Code that moves the focus finds the field by it. */
  path: string
  label: string
  value: string
  /** The name of the element the field belongs to; it is added to the accessible name, because many fields share a label. */
  of: string
  wide?: boolean
  /** Shows the label even if the column has a heading. */
  named?: boolean
  invalid?: boolean
  pending?: boolean
  illustrative?: boolean
  describedBy?: string
  write(text: string): Promise<boolean>
  /** Handles a pasted block of cells, of which the first belongs to this field. */
  fill?(lines: string[][]): void
}

/** A text that is edited in place. Escape restores the old value. */
export function Field(props: FieldProps) {
  const { path, label, value, of, wide, named, invalid, pending, illustrative, describedBy, write, fill } = props
  const input = useRef<HTMLInputElement>(null)
  const { commit, revert, untouched } = useTypedText(input, path, value, write)

  function press(event: KeyboardEvent) {
    if (event.isComposing) return
    const ctrl = (event.ctrlKey || event.metaKey) && !event.altKey
    const letter = event.key.toLowerCase()
    if (event.key === 'Enter') void commit()
    else if (event.key === 'Escape') revert()
    // Undo and redo act on the plan, unless something was typed in the field.
    else if (ctrl && letter === 'z' && untouched()) void (event.shiftKey ? plan.redo() : plan.undo())
    else if (ctrl && letter === 'y' && untouched()) void plan.redo()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  function paste(event: ClipboardEvent) {
    const cells = fill && pastedCells(event.clipboardData?.getData('text/plain') ?? '')
    if (!cells) return
    event.preventDefault()
    revert()
    fill(cells)
  }

  const marks = [wide && 'wide', named && 'named', pending && 'pending', illustrative && 'illustrative']
  const name = [label, of, pending && t('pending'), illustrative && t('illustrative')]
  return (
    <label class={['field', ...marks].filter(Boolean).join(' ')} title={illustrative ? t('illustrative') : undefined}>
      <span aria-hidden="true">{label}</span>
      <input
        ref={input}
        type="text"
        autocomplete="off"
        spellcheck={false}
        data-path={path}
        aria-label={name.filter(Boolean).join(', ')}
        aria-invalid={invalid || pending || undefined}
        aria-describedby={describedBy}
        disabled={plan.readOnly.value}
        onBlur={() => void commit()}
        onKeyDown={press}
        onPaste={paste}
      />
    </label>
  )
}
