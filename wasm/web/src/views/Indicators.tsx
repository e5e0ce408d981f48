import { useSignal } from '@preact/signals'
import type { View } from '../gen/rpc'
import { Badge } from '../parts/Badge'
import { Pages } from '../parts/Pages'
import { t } from '../words'

const size = 40

/** The indicators with their value, target and light. */
export function Indicators({ view }: { view: View }) {
  const indicators = view.indicators ?? []
  const from = useSignal(0)
  return (
    <div class="indicators">
      <h1 id="indicators">{t('indicators')}</h1>
      {indicators.length === 0 ? (
        <p class="empty">{t('noIndicators')}</p>
      ) : (
        <div class="scroll" role="group" aria-labelledby="indicators" tabindex={0}>
          <table class="wide">
            <thead>
              <tr>
                <th scope="col">{t('indicator')}</th>
                <th scope="col" class="number">
                  {t('value')}
                </th>
                <th scope="col" class="number">
                  {t('target')}
                </th>
                <th scope="col">{t('light')}</th>
                <th scope="col">{t('formula')}</th>
              </tr>
            </thead>
            <tbody>
              {indicators.slice(from.value, from.value + size).map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    {row.key && <span class="fine">{row.key}</span>} {row.name}
                    {row.unit && <span class="fine block">{row.unit}</span>}
                  </th>
                  <td class="number">{row.value ?? '–'}</td>
                  <td class="number">{row.target ?? '–'}</td>
                  <td>
                    <Badge state={row.light} />
                    {row.reason && <span class="fine block">{row.reason}</span>}
                  </td>
                  <td>{row.formula && <code>{row.formula}</code>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pages from={from.value} size={size} total={indicators.length} turn={(to) => (from.value = to)} />
    </div>
  )
}
