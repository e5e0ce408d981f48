// A field that is edited in place. It holds what is typed until the person
// leaves it or presses Enter; an answer of the engine in between takes nothing
// away. Escape brings back what was there.

import { useLayoutEffect, useRef } from 'preact/hooks'
import { session } from '../plan/session'
import { t } from '../words'

interface Props {
  /** The path in the plan, by which the field is found. */
  path: string
  label: string
  /** The label as the screen shows it where the table has no head. */
  caption: string
  value: string
  /** The words of the element, which tell fields of one label apart. */
  of: string
  wide?: boolean
  /** Shows the caption always, for a field that no head of a column names. */
  named?: boolean
  invalid?: boolean
  pending?: boolean
  illustrative?: boolean
  describedBy?: string
  write(text: string): Promise<boolean>
}

/** Shows a value. Where the person is it is selected, so that typing goes on replacing it. */
function show(field: HTMLInputElement, value: string) {
  field.value = value
  if (document.activeElement === field) field.select()
}

export function Field(props: Props) {
  const { value } = props
  const input = useRef<HTMLInputElement>(null)
  const before = useRef(value)

  useLayoutEffect(() => {
    const field = input.current!
    if (document.activeElement !== field || field.value === before.current) show(field, value)
    before.current = value
  }, [value])

  const latest = useRef(value)
  latest.current = value

  function commit() {
    const typed = input.current!.value
    if (typed === before.current) return
    before.current = typed
    void props.write(typed).then(() => {
      // What was refused, or says the same in other words, is shown as it is kept.
      const field = input.current
      if (!field || field.value !== typed) return
      show(field, latest.current)
      before.current = latest.current
    })
  }

  function key(event: KeyboardEvent) {
    const ctrl = (event.ctrlKey || event.metaKey) && !event.altKey
    const untouched = input.current!.value === before.current
    if (event.isComposing) return
    if (event.key === 'Enter') commit()
    else if (event.key === 'Escape') input.current!.value = before.current
    else if (ctrl && untouched && event.key.toLowerCase() === 'z') void (event.shiftKey ? session.redo() : session.undo())
    else if (ctrl && untouched && event.key.toLowerCase() === 'y') void session.redo()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const marks = [
    props.wide && 'wide',
    props.named && 'named',
    props.pending && 'pending',
    props.illustrative && 'illustrative',
  ]
  return (
    <label class={['field', ...marks].filter(Boolean).join(' ')} title={props.illustrative ? t('illustrative') : undefined}>
      <span aria-hidden="true">{props.caption}</span>
      <input
        ref={input}
        type="text"
        autocomplete="off"
        spellcheck={false}
        data-path={props.path}
        aria-label={[
          props.label,
          props.of,
          props.pending && t('pendingCell'),
          props.illustrative && t('illustrative'),
        ]
          .filter(Boolean)
          .join(', ')}
        aria-invalid={props.invalid || props.pending || undefined}
        aria-describedby={props.describedBy}
        disabled={session.reader.value}
        onBlur={commit}
        onKeyDown={key}
      />
    </label>
  )
}
