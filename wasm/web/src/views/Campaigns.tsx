import { useSignal } from '@preact/signals'
import { formatMoney, formatSpan, monthNames } from '../format'
import type { CampaignRow, View } from '../gen/rpc'
import { Finding } from '../parts/Finding'
import { Pages } from '../parts/Pages'
import * as plan from '../plan'
import { t } from '../words'

const size = 20

/** The campaigns over the year, with the blackouts they fall into. */
export function Campaigns({ view }: { view: View }) {
  const campaigns = view.campaigns ?? []
  const from = useSignal(0)
  return (
    <div class="campaigns">
      <h1>{t('campaigns')}</h1>
      {campaigns.length === 0 && <p class="empty">{t('noCampaigns')}</p>}
      {campaigns.slice(from.value, from.value + size).map((campaign) => (
        <Campaign key={campaign.id} campaign={campaign} year={view.identity?.fiscalYear ?? 0} />
      ))}
      <Pages from={from.value} size={size} total={campaigns.length} turn={(to) => (from.value = to)} />
    </div>
  )
}

function Campaign({ campaign, year }: { campaign: CampaignRow; year: number }) {
  const path = `campaigns[${campaign.id}]`
  const findings = plan.view.value?.findings?.items.filter((item) => item.path.startsWith(path)) ?? []
  const conflicts = campaign.conflicts ?? []
  return (
    <section class="campaign" id={`campaign-${campaign.id}`} aria-labelledby={`campaign-${campaign.id}-name`}>
      <h2 id={`campaign-${campaign.id}-name`}>{campaign.name}</h2>
      <p class="fine">
        {[
          campaign.kind,
          formatSpan(campaign.start, campaign.end),
          campaign.days > 0 && t('naturalDays', campaign.days),
          campaign.placements === 1 ? t('placement') : t('placements', campaign.placements),
          formatMoney(campaign.cost),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <YearStrip year={year} start={campaign.start} end={campaign.end} alert={conflicts.length > 0} />
      {conflicts.length === 0 ? (
        <p class="calm">{t('noConflict')}</p>
      ) : (
        conflicts.map((conflict) => (
          <p key={conflict} class="conflict">
            <span aria-hidden="true">◆ </span>
            {conflict}
          </p>
        ))
      )}
      {findings.map((item) => (
        <Finding key={item.code + item.path} item={item} place={false} />
      ))}
    </section>
  )
}

interface StripProps {
  year: number
  start?: string
  end?: string
  alert: boolean
}

/** Twelve months with a bar; the dates beside it say the same in words. */
function YearStrip({ year, start, end, alert }: StripProps) {
  const first = Date.UTC(year, 0, 1)
  const length = Date.UTC(year + 1, 0, 1) - first
  const share = (iso: string, ends: number) => ((Date.parse(iso) + ends * 86_400_000 - first) / length) * 100
  const left = start ? Math.max(0, share(start, 0)) : 0
  const right = end ? Math.min(100, share(end, 1)) : 0
  return (
    <div class="strip" aria-hidden="true">
      {monthNames().map((name) => (
        <span key={name}>{name}</span>
      ))}
      {right > left && (
        <i class={alert ? 'alert' : undefined} style={{ left: `${left}%`, width: `${Math.max(1, right - left)}%` }} />
      )}
    </div>
  )
}
