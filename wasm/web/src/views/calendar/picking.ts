// Picks days in the year by clicking and dragging.

import { signal } from '@preact/signals'
import * as plan from '../../plan'

export interface Days {
  start: string
  end: string
}

/** The picked days, both ends included. */
export const picked = signal<Days | null>(null)

/** Whether the next click picks the other end. */
export const extending = signal(false)

/** Picks a day, or with upTo all days from the one picked before. */
export function pick(date: string, upTo: boolean) {
  const from = upTo || extending.peek() ? picked.peek()?.start : undefined
  picked.value = ordered(from ?? date, date)
  extending.value = false
  plan.lastStep.value = null
}

export function unpick() {
  picked.value = null
  extending.value = false
}

/** Starts picking days by dragging from one. The caller must not call it for touch, which scrolls. */
export function drag(from: string) {
  let moved = false
  const over = ({ target, buttons }: PointerEvent) => {
    const to = (target as Element).closest<HTMLElement>('.day[data-date]')?.dataset.date
    if (buttons === 0) return end()
    if (!to) return
    moved ||= to !== from
    if (!moved) return
    plan.lastStep.value = null
    picked.value = ordered(from, to)
  }
  const end = () => {
    removeEventListener('pointerover', over)
    removeEventListener('pointerup', end)
  }
  addEventListener('pointerover', over)
  addEventListener('pointerup', end)
}

function ordered(a: string, b: string): Days {
  return a < b ? { start: a, end: b } : { start: b, end: a }
}
