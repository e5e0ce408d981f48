import { signal } from '@preact/signals'
import * as plan from '../plan'
import { Notice } from '../ui/Notice'
import { t } from '../ui/words'
import { w } from './words'

/** What the person should know now: that the plan is read-only, and the last notice. */
export function Notices() {
  const notice = plan.notice.value
  return (
    <>
      <p class="unseen" role="status">
        {plan.announcement.value}
      </p>
      {plan.readOnly.value && plan.isOpen.value && (
        <Notice look="info reading" role="status" text={t('readOnly')}>
          <button type="button" onClick={() => void plan.takeOver()}>
            {w('editHere')}
          </button>
        </Notice>
      )}
      {notice && (
        <Notice look={notice.tone} role="alert" text={notice.text}>
          {notice.action && (
            <button type="button" onClick={notice.action.run}>
              {notice.action.label}
            </button>
          )}
          <button type="button" class="quiet" onClick={() => (plan.notice.value = null)}>
            {t('close')}
          </button>
        </Notice>
      )}
    </>
  )
}

/** Closed until the page is loaded again. */
const bannerClosed = signal(false)

/** Says that the plan is a sample, and offers the original where it was changed. */
export function SampleBanner({ reset }: { reset(): void }) {
  const record = plan.record.value
  if (!record?.sample || bannerClosed.value) return null
  return (
    <Notice look="sample" text={w('sampleBanner')}>
      {record.seq > 0 && (
        <button type="button" class="quiet" onClick={reset}>
          {w('sampleAgain')}
        </button>
      )}
      <button type="button" class="quiet" onClick={() => (bannerClosed.value = true)}>
        {t('close')}
      </button>
    </Notice>
  )
}
