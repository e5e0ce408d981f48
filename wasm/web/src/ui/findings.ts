import type { FindingItem } from '../gen/rpc'

/**
 * The findings on the element at a path: those of the list that are about it alone, and those of its row,
 * which the list counts together with others of the kind.
 */
export function findingsOn(
  path: string,
  items: readonly FindingItem[] = [],
  row: { findings?: FindingItem[] } = {},
): FindingItem[] {
  return [...items.filter((item) => item.path.startsWith(path) && !item.count), ...(row.findings ?? [])]
}
