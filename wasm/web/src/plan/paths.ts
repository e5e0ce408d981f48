// Paths of the engine, such as activities[gaceta].span.end.

import type { Pending } from '../gen/rpc'

/** The first step of a path: the name of a list, or of a field of the plan. */
export function firstStep(path: string): string {
  return path.split(/[.[]/, 1)[0]!
}

/** The path of an element of a list. */
export function elementPath(list: string, id: string): string {
  return `${list}[${id}]`
}

/** The id of the element that a path names or lies in; undefined where it names the list as a whole, or another. */
export function elementID(path: string, list: string): string | undefined {
  return firstStep(path) === list ? /^[^.[]*\[([^\]]+)\]/.exec(path)?.[1] : undefined
}

/** The field of an element that a path names, as in "span.end"; empty where it names the element. */
export function fieldOf(path: string): string {
  return /\]\.(.*)$/.exec(path)?.[1] ?? ''
}

/** What a person typed for a path of a row and is not a value yet. */
export function pendingText(row: { pending?: Pending[] }, path: string): string | undefined {
  return row.pending?.find((pending) => pending.path === path)?.text
}
