const day = 86_400_000

/** The minimum width of a bar, in percent of the year. */
const minWidth = 1

/** The position of a span in a year in percent, both ends included, or undefined if it lies outside. */
export function barOf(year: number, start?: string, end?: string): { left: number; width: number } | undefined {
  const first = Date.UTC(year, 0, 1)
  const length = Date.UTC(year + 1, 0, 1) - first
  const share = (ms: number) => ((ms - first) / length) * 100
  const left = start ? Math.max(0, share(Date.parse(start))) : 0
  const right = end ? Math.min(100, share(Date.parse(end) + day)) : 0
  return right > left ? { left, width: Math.max(minWidth, right - left) } : undefined
}
