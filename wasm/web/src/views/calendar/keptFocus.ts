// Where what has the focus is removed, by an undo, by another kind, or because
// a row of text becomes a row of fields, the focus goes to what is nearest: a
// field of the same row, or of the one that follows, or the buttons that add.

import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { OwnDayRow } from '../../gen/rpc'

interface Focused {
  element: HTMLElement
  /** The row it is in. */
  id: string | null
  index: number
  /** The path of the field. */
  path?: string
}

/** The id of the own day that an element belongs to. */
export function rowIDOf(target: EventTarget | null): string | null {
  return (target as Element | null)?.closest<HTMLElement>('[data-own]')?.dataset.own ?? null
}

/** Keeps the focus within a section; its focusin and focusout go to enter and leave. */
export function useKeptFocus(section: RefObject<HTMLElement | null>, rows: readonly OwnDayRow[]) {
  const last = useRef<Focused | null>(null)
  useLayoutEffect(() => {
    const left = last.current
    if (!left || (left.element.isConnected && left.element.dataset.path === left.path)) return
    if (document.activeElement !== document.body && document.activeElement !== left.element) return
    nextFocus(section.current, rows, left)?.focus({ preventScroll: true })
  })
  return {
    enter({ target }: FocusEvent) {
      const element = target as HTMLElement
      const id = rowIDOf(element)
      const index = rows.findIndex((row) => row.id === id)
      last.current = { element, id, index: index < 0 ? rows.length : index, path: element.dataset.path }
    },
    leave() {
      // An element that is removed leaves too; by the next microtask it is no longer connected.
      queueMicrotask(() => {
        if (last.current?.element.isConnected && document.activeElement !== last.current.element) last.current = null
      })
    },
  }
}

function nextFocus(section: HTMLElement | null, rows: readonly OwnDayRow[], left: Focused): HTMLElement | null | undefined {
  const index = rows.findIndex(({ id }) => id === left.id)
  const near = index >= 0 ? index : Math.min(left.index, rows.length - 1)
  const row = section?.querySelector(`tr[data-own="${CSS.escape(rows[near]?.id ?? '')}"]`)
  const fields = [...(row?.querySelectorAll<HTMLElement>('[data-path]') ?? [])]
  const same = index >= 0 ? fields.find(({ dataset }) => dataset.path === left.path) : undefined
  return (
    same ??
    fields.find(({ dataset }) => !dataset.path?.endsWith('.kind')) ??
    fields[0] ??
    section?.querySelector<HTMLElement>('#own-add button')
  )
}
