import { t } from './words'

interface Props {
  from: number
  size: number
  total: number
  turn(from: number): void
}

/** Turns the pages of a long list. A list that fits on one shows nothing. */
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

/** Where the page that holds a position begins, within a list that may have become shorter. */
export function pageStart(from: number, size: number, total: number): number {
  return Math.min(from, Math.max(0, Math.floor((total - 1) / size) * size))
}
