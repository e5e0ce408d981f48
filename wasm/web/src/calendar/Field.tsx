// A field that is edited in place. It holds what is typed until the person
// leaves it or presses Enter; an answer of the engine in between takes nothing
// away. Escape brings back what was there.

import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import * as plan from '../plan'
import { t } from '../words'
import { forget, keep, take } from './draft'

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
  /** Takes cells that are pasted, this field's first. */
  fill?(lines: string[][]): void
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
    // A field that is taken away with the focus in it loses it on the way.
    const typed = input.current?.value
    if (typed === undefined || typed === before.current) return
    before.current = typed
    return props.write(typed).then(() => {
      // What was refused, or says the same in other words, is shown as it is kept.
      const field = input.current
      if (!field || field.value !== typed) return
      show(field, latest.current)
      before.current = latest.current
    })
  }

  // What is typed outlives a page that goes away before it is left.
  const leave = useRef(() => {})
  leave.current = () => {
    const typed = input.current?.value
    if (typed === undefined || typed === before.current || plan.readOnly.peek()) return
    keep({ plan: plan.record.peek()?.id, path: props.path, before: before.current, typed })
    void commit()?.then(forget)
  }
  useEffect(() => {
    const typed = take(plan.record.peek()?.id, props.path, value)
    if (typed !== undefined && input.current && !plan.readOnly.peek()) {
      input.current.value = typed
      void commit()?.then(forget)
    }
    const away = () => leave.current()
    const hidden = () => document.visibilityState === 'hidden' && leave.current()
    addEventListener('pagehide', away)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      removeEventListener('pagehide', away)
      document.removeEventListener('visibilitychange', hidden)
    }
  }, [])

  function key(event: KeyboardEvent) {
    const ctrl = (event.ctrlKey || event.metaKey) && !event.altKey
    const untouched = input.current!.value === before.current
    if (event.isComposing) return
    if (event.key === 'Enter') void commit()
    else if (event.key === 'Escape') input.current!.value = before.current
    else if (ctrl && untouched && event.key.toLowerCase() === 'z') void (event.shiftKey ? plan.redo() : plan.undo())
    else if (ctrl && untouched && event.key.toLowerCase() === 'y') void plan.redo()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  function paste(event: ClipboardEvent) {
    const text = event.clipboardData?.getData('text/plain').replace(/\r?\n$/, '') ?? ''
    if (!props.fill || !/[\t\n]/.test(text)) return
    event.preventDefault()
    input.current!.value = before.current
    props.fill(text.split(/\r?\n/).map((line) => line.split('\t')))
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
        disabled={plan.readOnly.value}
        onBlur={() => void commit()}
        onKeyDown={key}
        onPaste={paste}
      />
    </label>
  )
}
