// The state of a text field. What is typed is committed on Enter and when the
// field loses the focus; an answer of the engine in between does not overwrite it.

import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import * as plan from '../plan'
import { clearDraft, saveDraft, takeDraft } from './draft'

interface TypedText {
  /** Writes what was typed. Returns undefined if nothing was typed. */
  commit(): Promise<void> | undefined
  /** Restores the value from before typing. */
  revert(): void
  untouched(): boolean
}

export function useTypedText(
  input: RefObject<HTMLInputElement | null>,
  path: string,
  value: string,
  write: (text: string) => Promise<boolean>,
): TypedText {
  const before = useRef(value)
  const latest = useRef(value)
  latest.current = value

  useLayoutEffect(() => {
    const field = input.current!
    if (document.activeElement !== field || field.value === before.current) show(field, value)
    before.current = value
  }, [value])

  function commit() {
    // A field that is removed while focused still fires a blur event.
    const typed = input.current?.value
    if (typed === undefined || typed === before.current) return undefined
    before.current = typed
    return write(typed).then(() => {
      // The engine rejected the text or stored it in another form: show what is stored.
      const field = input.current
      if (!field || field.value !== typed) return
      show(field, latest.current)
      before.current = latest.current
    })
  }

  useDraft(input, path, before, commit)
  return {
    commit,
    revert: () => {
      input.current!.value = before.current
    },
    untouched: () => input.current!.value === before.current,
  }
}

/** Shows a value. It is selected if the field has the focus, so that typing replaces it. */
function show(field: HTMLInputElement, value: string) {
  field.value = value
  if (document.activeElement === field) field.select()
}

/** Saves uncommitted text when the page is closed or hidden, and restores it. */
function useDraft(
  input: RefObject<HTMLInputElement | null>,
  path: string,
  before: RefObject<string>,
  commit: () => Promise<void> | undefined,
) {
  const leave = useRef(() => {})
  leave.current = () => {
    const typed = input.current?.value
    if (typed === undefined || typed === before.current || plan.readOnly.peek()) return
    saveDraft({ plan: plan.record.peek()?.id, path, before: before.current, typed })
    void commit()?.then(clearDraft)
  }
  useEffect(() => {
    const typed = takeDraft(plan.record.peek()?.id, path, before.current)
    if (typed !== undefined && input.current && !plan.readOnly.peek()) {
      input.current.value = typed
      void commit()?.then(clearDraft)
    }
    const away = () => leave.current()
    const hidden = () => {
      if (document.visibilityState === 'hidden') leave.current()
    }
    addEventListener('pagehide', away)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      removeEventListener('pagehide', away)
      document.removeEventListener('visibilitychange', hidden)
    }
  }, [])
}
