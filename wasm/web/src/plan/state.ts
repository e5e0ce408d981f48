// The open plan, and all else about it that the page shows, as signals. Only
// the modules of this folder set them, apart from notice, announcement,
// lastStep and target, which a view may set too.

import { computed, signal } from '@preact/signals'
import type { EngineState } from '../engine/bridge'
import type { View } from '../gen/rpc'
import type { PlanRecord } from './store'

/** What a save came to: nothing to save yet, saved, or why it could not be. */
export type SaveState = 'unchanged' | 'saving' | 'saved' | 'quota' | 'denied'

export interface Notice {
  text: string
  tone: 'info' | 'bad'
  action?: { label: string; run(): void }
}

/** The last step in words, and whether it can be undone or redone. */
export interface LastStep {
  text: string
  by: 'edit' | 'undo' | 'redo'
}

/** The plan as the engine last answered it, with a window of its activities; null while none is open. */
export const view = signal<View | null>(null)

/** What is stored about the open plan. */
export const record = signal<PlanRecord | null>(null)

/** The plans stored on this computer, the last changed first. */
export const stored = signal<PlanRecord[]>([])

export const isOpen = computed(() => view.value !== null)
export const opening = signal(false)

/** Set while another window writes the plan. */
export const readOnly = signal(false)

export const engineState = signal<EngineState>('starting')
export const saveState = signal<SaveState>('unchanged')

/** Whether the browser promised not to evict what is stored. */
export const persistent = signal(true)

export const notice = signal<Notice | null>(null)

/** A sentence for screen readers. */
export const announcement = signal('')

export const lastStep = signal<LastStep | null>(null)

/** The path to bring into view, and whether its field takes the focus; a new object each time. */
export const target = signal<{ path: string; focus: boolean } | null>(null)

/** The plan after an answer of the engine, which has only the parts that changed. */
export function merge(before: View | null, patch: View): View {
  const { journal: _journal, changed: _changed, ...parts } = patch
  return { ...before, ...parts }
}

/** Brings into view what a path of the engine names, and gives it the focus. */
export function reveal(path: string) {
  target.value = { path, focus: true }
}
