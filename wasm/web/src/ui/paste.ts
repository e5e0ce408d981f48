/** Splits a text copied from a spreadsheet into lines and cells. Returns undefined for a text that is a single cell. */
export function pastedCells(text: string): string[][] | undefined {
  const lines = text.replace(/\r?\n$/, '')
  if (!/[\t\n]/.test(lines)) return undefined
  return lines.split(/\r?\n/).map((line) => line.split('\t'))
}
