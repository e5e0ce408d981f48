import { useSignal } from '@preact/signals'
import type { CampaignRow, FindingItem, View } from '../../gen/rpc'
import { translate } from '../../language'
import { elementID, elementPath } from '../../plan/paths'
import { FindingList } from '../../ui/Finding'
import { findingsOn } from '../../ui/findings'
import { formatMoney, formatSpan } from '../../ui/format'
import { Pages } from '../../ui/Pages'
import { campaigns as descriptor } from './view'
import { w } from './words'
import { YearStrip } from './YearStrip'
import './campaigns.css'

const pageSize = 20

const anchor = (id: string) => `campaign-${id}`

export function reveal(path: string) {
  const id = elementID(path, 'campaigns')
  if (!id) return
  requestAnimationFrame(() => document.getElementById(anchor(id))?.scrollIntoView({ block: 'nearest' }))
}

/** The campaigns over the year, with the electoral blackouts they conflict with. */
export function Campaigns({ view }: { view: View }) {
  const campaigns = view.campaigns ?? []
  const from = useSignal(0)
  return (
    <div class="view campaigns">
      <h1>{translate(descriptor.label)}</h1>
      {campaigns.length === 0 && <p class="empty">{w('none')}</p>}
      {campaigns.slice(from.value, from.value + pageSize).map((campaign) => (
        <Campaign
          key={campaign.id}
          campaign={campaign}
          year={view.identity?.fiscalYear ?? 0}
          findings={findingsOn(elementPath('campaigns', campaign.id), view.findings?.items, campaign)}
        />
      ))}
      <Pages from={from.value} size={pageSize} total={campaigns.length} turn={(to) => (from.value = to)} />
    </div>
  )
}

interface Props {
  campaign: CampaignRow
  year: number
  findings: FindingItem[]
}

function Campaign({ campaign, year, findings }: Props) {
  const conflicts = campaign.conflicts ?? []
  const id = anchor(campaign.id)
  return (
    <section class="panel campaign" id={id} aria-labelledby={`${id}-name`}>
      <h2 id={`${id}-name`}>{campaign.name}</h2>
      <p class="fine">{facts(campaign)}</p>
      <YearStrip year={year} start={campaign.start} end={campaign.end} alert={conflicts.length > 0} />
      {conflicts.length === 0 ? (
        <p class="calm">{w('noConflict')}</p>
      ) : (
        conflicts.map((conflict) => (
          <p key={conflict} class="conflict">
            <span aria-hidden="true">◆ </span>
            {conflict}
          </p>
        ))
      )}
      <FindingList items={findings} />
    </section>
  )
}

/** Kind, dates, length, media and cost of a campaign in one line; unknown ones are omitted. */
function facts({ kind, start, end, days, placements, cost }: CampaignRow): string {
  const all = [
    kind,
    formatSpan(start, end),
    days > 0 && w('days', days),
    placements === 1 ? w('placement') : w('placements', placements),
    formatMoney(cost),
  ]
  return all.filter(Boolean).join(' · ')
}
