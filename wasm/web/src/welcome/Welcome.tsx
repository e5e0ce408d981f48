import * as plan from '../plan'
import { go } from '../route'
import { Notices } from '../shell/Notices'
import { formatDate, formatTime } from '../ui/format'
import { t } from '../ui/words'
import { home } from '../views/registry'
import { w } from './words'

/** How many stored plans are listed. */
const maxPlans = 8

/** The dynamic part of the first screen: notices and stored plans. */
export function Welcome() {
  const stored = plan.stored.value
  return (
    <>
      {!plan.isOpen.value && <Notices />}
      {plan.opening.value && <p role="status">{t('opening')}</p>}
      {stored.length > 0 && (
        <section aria-labelledby="kept-plans">
          <h2 id="kept-plans">{w('stored')}</h2>
          <ul>
            {stored.slice(0, maxPlans).map(({ id, title, savedAt }) => (
              <li key={id}>
                <button type="button" onClick={() => void plan.openStored(id).then((opened) => opened && go(home.address))}>
                  <b>{title}</b>
                  <span class="fine">{timeOrDate(savedAt)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function timeOrDate(ms: number): string {
  const date = plan.today(new Date(ms))
  return date === plan.today() ? formatTime(ms) : formatDate(date)
}
