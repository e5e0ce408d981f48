import { t } from './words'

interface Props {
  from: number
  size: number
  total: number
  turn(from: number): void
}

/** Buttons to page through a long list. Renders nothing if the list fits on one page. */
export function Pages({ from, size, total, turn }: Props) {
  if (total <= size) return null
  return (
    <div class="pages">
      <button type="button" disabled={from === 0} onClick={() => turn(Math.max(0, from - size))}>
        {t('previous')}
      </button>
      <span>{t('page', from + 1, Math.min(total, from + size), total)}</span>
      <button type="button" disabled={from + size >= total} onClick={() => turn(from + size)}>
        {t('following')}
      </button>
    </div>
  )
}

/** The start of the page at a position, or of the last page if the list became shorter. */
export function pageStart(from: number, size: number, total: number): number {
  return Math.min(from, Math.max(0, Math.floor((total - 1) / size) * size))
}
