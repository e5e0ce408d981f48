// Handles paths of the engine, such as activities[gaceta].span.end.

import type { Pending } from '../gen/rpc'

/** The first step of a path: the name of a list, or of a field of the plan. */
export function firstStep(path: string): string {
  return path.split(/[.[]/, 1)[0]!
}

/** The path of an element of a list. */
export function elementPath(list: string, id: string): string {
  return `${list}[${id}]`
}

/** The id of the element of a list that a path leads to or into, or undefined if it leads elsewhere. */
export function elementID(path: string, list: string): string | undefined {
  return firstStep(path) === list ? /^[^.[]*\[([^\]]+)\]/.exec(path)?.[1] : undefined
}

/** The part of a path after the element, such as "span.end"; empty for the element itself. */
export function fieldOf(path: string): string {
  return /\]\.(.*)$/.exec(path)?.[1] ?? ''
}

/** The text that was typed at a path of a row and is not a valid value. */
export function pendingText(row: { pending?: Pending[] }, path: string): string | undefined {
  return row.pending?.find((pending) => pending.path === path)?.text
}
