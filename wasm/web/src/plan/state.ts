// The state of the open plan, as signals. They are set by the modules of this
// folder; views may also set notice, announcement, lastStep and target.

import { computed, signal } from '@preact/signals'
import type { ActivityWindow, HelloResult, Rows, View } from '../gen/rpc'
import type { PlanRecord } from './store'

/** The state of the engine. 'down' means that it crashed too often, 'otherVersion' that it does not match the page. */
export type EngineState = 'starting' | 'ready' | 'down' | 'otherVersion'

/** Whether the plan is saved, or why it cannot be saved. */
export type SaveState = 'unchanged' | 'saving' | 'saved' | 'quota' | 'denied'

export interface Notice {
  text: string
  action?: { label: string; run(): void }
}

/** A description of the last step, and how it was made. */
export interface LastStep {
  text: string
  by: 'edit' | 'undo' | 'redo'
}

/** The plan as the engine last returned it, with a window of activities; null while no plan is open. */
export const view = signal<View | null>(null)

/** The stored record of the open plan. */
export const record = signal<PlanRecord | null>(null)

/** The stored plans, last changed first. */
export const stored = signal<PlanRecord[]>([])

export const isOpen = computed(() => view.value !== null)
export const opening = signal(false)

/** Whether another window writes the plan. */
export const readOnly = signal(false)

export const engineState = signal<EngineState>('starting')

/** Whether the engine will not answer until a person restarts it or reloads the page. */
export const engineFailed = computed(() => engineState.value === 'down' || engineState.value === 'otherVersion')

/** The result of hello, in the language of the page; null before the engine answered. */
export const hello = signal<HelloResult | null>(null)
export const saveState = signal<SaveState>('unchanged')

/** Whether the browser promised not to evict stored data. */
export const persistent = signal(true)

export const notice = signal<Notice | null>(null)

/** A message for screen readers. */
export const announcement = signal('')

export const lastStep = signal<LastStep | null>(null)

/** The path to scroll to, and whether to focus its field. */
export const target = signal<{ path: string; focus: boolean } | null>(null)

/**
 * Whether the window of activities has fewer rows than were asked for although the plan has more: the engine
 * cuts a window of long texts.
 */
export const rowsCut = signal(false)

export function isCut(window: ActivityWindow | undefined, asked: Rows): boolean {
  return window !== undefined && window.rows.length < Math.min(asked.count ?? 0, window.total - window.from)
}

/** Merges a result of the engine, which contains only the parts that changed. */
export function merge(before: View | null, patch: View): View {
  const { journal: _journal, changed: _changed, ...parts } = patch
  return { ...before, ...parts }
}

/** Goes to the value at a path and focuses its field. */
export function reveal(path: string) {
  target.value = { path, focus: true }
}
