/** The lines and cells of a text from a spreadsheet; undefined for a text that fits into one cell. */
export function pastedCells(text: string): string[][] | undefined {
  const lines = text.replace(/\r?\n$/, '')
  if (!/[\t\n]/.test(lines)) return undefined
  return lines.split(/\r?\n/).map((line) => line.split('\t'))
}
