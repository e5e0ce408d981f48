import { signal } from '@preact/signals'
import * as plan from '../plan'
import { Notice } from '../ui/Notice'
import { t } from '../ui/words'
import { w } from './words'

/** The read-only notice and the current notice. */
export function Notices() {
  const notice = plan.notice.value
  return (
    <>
      <p class="visually-hidden" role="status">
        {plan.announcement.value}
      </p>
      {plan.readOnly.value && plan.isOpen.value && (
        <Notice look="info reading" role="status" text={t('readOnly')}>
          <button type="button" onClick={() => void plan.takeOver()}>
            {w('editHere')}
          </button>
        </Notice>
      )}
      {plan.view.value?.omitted?.map((text) => (
        <Notice key={text} look="info" role="status" text={text} />
      ))}
      {notice && (
        <Notice look="bad" role="alert" text={notice.text}>
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

/** Whether the banner was closed; it is shown again after a reload. */
const bannerClosed = signal(false)

/** Explains that the plan is a sample, and offers to restore the original. */
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
