import type { ComponentChildren } from 'preact'

export interface Column<Row> {
  key: string
  head: string
  cell(row: Row): ComponentChildren
  /** Numbers are right-aligned and never wrap; totals are bold numbers. */
  kind?: 'number' | 'total'
  /** Renders the cells of the column as row headers. */
  rowHeader?: boolean
  /** The cell of the footer. */
  foot?: ComponentChildren
  class?: string
  /** The language of the cells, if it differs from that of the page. */
  lang?: string
  title?(row: Row): string | undefined
}

interface Props<Row> {
  /** The id of the heading that names the table. */
  labelledBy: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey(row: Row): string
  /** Replaces the table when there are no rows. */
  empty: string
  class?: string
  /** A row above the column headings, such as bars over the months. */
  above?: ComponentChildren
  /**
   * Set if the style sheet lays out each row as a card on narrow screens. A table
   * with another display value loses its semantics, so explicit roles are added.
   */
  cards?: boolean
}

/** A table with row headers and optional totals, which scrolls horizontally if it is too wide. */
export function Table<Row>({ labelledBy, columns, rows, rowKey, empty, above, cards, class: look }: Props<Row>) {
  if (rows.length === 0) return <p class="empty">{empty}</p>
  const role = (name: 'table' | 'rowgroup' | 'row' | 'columnheader' | 'rowheader' | 'cell') => (cards ? name : undefined)
  const align = ({ kind, class: own }: Column<Row>) => [kind && 'number', kind === 'total' && 'total', own].filter(Boolean).join(' ')
  return (
    <div class="scroll" role="group" aria-labelledby={labelledBy} tabindex={0}>
      <table class={look} role={role('table')} aria-labelledby={labelledBy}>
        <thead role={role('rowgroup')}>
          {above}
          <tr role={role('row')}>
            {columns.map((column) => (
              <th key={column.key} role={role('columnheader')} scope="col" class={column.kind && 'number'}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role={role('rowgroup')}>
          {rows.map((row) => (
            <tr key={rowKey(row)} role={role('row')}>
              {columns.map((column) =>
                column.rowHeader ? (
                  <th key={column.key} role={role('rowheader')} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    key={column.key}
                    role={role('cell')}
                    class={align(column) || undefined}
                    lang={column.lang}
                    title={column.title?.(row)}
                  >
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {columns.some((column) => column.foot !== undefined) && (
          <tfoot>
            <tr>
              {columns.map((column) =>
                column.rowHeader ? (
                  <th key={column.key} scope="row">
                    {column.foot}
                  </th>
                ) : (
                  <td key={column.key} class={align(column) || undefined}>
                    {column.foot}
                  </td>
                ),
              )}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}
