// Moves the focus in the calendar: to the field of a path, and to the nearest field
// when the focused element is removed.

import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { OwnDayRow } from '../../gen/rpc'
import { elementID } from '../../plan/paths'
import { pathOf } from './ownDay'

/** Scrolls to the field at a path, or to the nearest field. */
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

/** The field at a path, else the first field within the path, else the first one of the same own day. */
function nearestField(fields: HTMLElement[], path: string): HTMLElement | undefined {
  const within = (group: string) => fields.find(({ dataset }) => dataset.path!.startsWith(`${group}.`))
  const id = elementID(path, 'ownDays')
  return fields.find(({ dataset }) => dataset.path === path) ?? within(path) ?? (id ? within(pathOf({ id })) : undefined)
}

/** Focuses an element that will be rendered by the next frame. */
export function focusNext(selector: string) {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus())
}

interface Focused {
  element: HTMLElement
  /** The id of its row. */
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
 * Keeps the focus within a section when its focused element is removed by an undo, by a
 * change of kind, or because a row changes from text to fields. The focus moves to a field
 * of the same row, else of the following row, else to the first button that adds a day.
 * The returned handlers are for the focusin and focusout events of the section.
 */
export function useKeptFocus(section: RefObject<HTMLElement | null>, rows: readonly OwnDayRow[]) {
  const last = useRef<Focused | null>(null)
  useLayoutEffect(() => {
    const previous = last.current
    if (!previous || (previous.element.isConnected && previous.element.dataset.path === previous.path)) return
    if (document.activeElement !== document.body && document.activeElement !== previous.element) return
    nextFocus(section.current, rows, previous)?.focus({ preventScroll: true })
  })
  return {
    enter({ target }: FocusEvent) {
      const element = target as HTMLElement
      const id = rowIDOf(element)
      const index = rows.findIndex((row) => row.id === id)
      last.current = { element, id, index: index < 0 ? rows.length : index, path: element.dataset.path }
    },
    leave() {
      // Removing an element fires focusout as well; by the next microtask it is disconnected.
      queueMicrotask(() => {
        if (last.current?.element.isConnected && document.activeElement !== last.current.element) last.current = null
      })
    },
  }
}

function nextFocus(section: HTMLElement | null, rows: readonly OwnDayRow[], previous: Focused): HTMLElement | null | undefined {
  const index = rows.findIndex(({ id }) => id === previous.id)
  const nearest = index >= 0 ? index : Math.min(previous.index, rows.length - 1)
  const row = section?.querySelector(`tr[data-own="${CSS.escape(rows[nearest]?.id ?? '')}"]`)
  const fields = [...(row?.querySelectorAll<HTMLElement>('[data-path]') ?? [])]
  const same = index >= 0 ? fields.find(({ dataset }) => dataset.path === previous.path) : undefined
  return (
    same ??
    fields.find(({ dataset }) => !dataset.path?.endsWith('.kind')) ??
    fields[0] ??
    section?.querySelector<HTMLElement>('#own-add button')
  )
}
