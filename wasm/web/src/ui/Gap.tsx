import { formatMoney } from './format'
import { t } from './words'

/** The difference between a cost and its ceiling, in words: lacking, left or none; a dash if the ceiling is not known. */
export function Gap({ gap }: { gap?: string | undefined }) {
  if (gap === undefined) return <>–</>
  const value = Number(gap)
  if (value === 0) return <>{t('balanced')}</>
  const amount = formatMoney(gap.replace('-', ''))
  return value > 0 ? <b class="tone-bad">■ {t('lacking', amount)}</b> : <span>{t('spare', amount)}</span>
}
