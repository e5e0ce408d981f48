import { useRef } from 'preact/hooks'
import * as plan from '../plan'
import { pastedCells } from './paste'
import { useTypedText } from './typedText'
import { t } from './words'
import './field.css'

export interface FieldProps {
  /** The path in the plan, by which the field is found. */
  path: string
  label: string
  value: string
  /** What the field belongs to, which tells fields of the same label apart for screen readers. */
  of: string
  wide?: boolean
  /** Always shows the label, for a field that is under no column head. */
  named?: boolean
  invalid?: boolean
  pending?: boolean
  illustrative?: boolean
  describedBy?: string
  write(text: string): Promise<boolean>
  /** Takes pasted cells, the first of which is for this field. */
  fill?(lines: string[][]): void
}

/** A text that is edited in place. Escape brings back what was there. */
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
    // In a field in which nothing is typed, these keys are those of the plan.
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
