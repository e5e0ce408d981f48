// Where the focus goes in the calendar: to the field of a path, and to what is
// nearest when the element that has it is removed.

import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { OwnDayRow } from '../../gen/rpc'
import { elementID } from '../../plan/paths'
import { pathOf } from './ownDay'

/** Brings into view the field of a path, or else the nearest to it. */
export function reveal(path: string, focus: boolean) {
  requestAnimationFrame(() => {
    const fields = [...document.querySelectorAll<HTMLElement>('.calendar [data-path]')]
    const field = nearestField(fields, path)
    if (field) {
      field.scrollIntoView({ block: 'center' })
      if (focus) field.focus({ preventScroll: true })
    } else if (path.startsWith('ownDays')) {
      document.getElementById('own-days')?.scrollIntoView({ block: 'center' })
    }
  })
}

/** The field of a path, the first in the group it names, or the first of its own day. */
function nearestField(fields: HTMLElement[], path: string): HTMLElement | undefined {
  const within = (group: string) => fields.find(({ dataset }) => dataset.path!.startsWith(`${group}.`))
  const id = elementID(path, 'ownDays')
  return fields.find(({ dataset }) => dataset.path === path) ?? within(path) ?? (id ? within(pathOf({ id })) : undefined)
}

/** Gives the focus to what is rendered by the next frame. */
export function focusNext(selector: string) {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus())
}

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

/**
 * Keeps the focus within a section, whose focusin and focusout go to enter and
 * leave. An undo, another kind, or fields in place of text may remove the
 * element that has it: then a field of the same row gets it, or of the row that
 * follows, or else the buttons that add.
 */
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
