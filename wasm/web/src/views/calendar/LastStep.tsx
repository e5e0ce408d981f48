import { useLayoutEffect, useRef } from 'preact/hooks'
import * as plan from '../../plan'
import { t } from '../../ui/words'
import { picked } from './picking'
import { w } from './words'

/**
 * The last step with a button to undo it, at the bottom of the window. It does not
 * take the focus, and stays until the next step or until it is closed.
 */
export function LastStep() {
  const step = plan.lastStep.value
  const bar = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    // Scroll the focused element out from under the bar.
    const focused = document.activeElement
    const top = bar.current?.getBoundingClientRect().top
    if (!focused || top === undefined || bar.current!.contains(focused) || !focused.closest('.calendar')) return
    const box = focused.getBoundingClientRect()
    if (box.bottom > top && box.top < innerHeight) focused.scrollIntoView({ block: 'nearest' })
  }, [step])
  if (!step || picked.value || plan.readOnly.value) return null
  const undone = step.by === 'undo'
  return (
    <div class="last-step" ref={bar} role="group" aria-label={w('lastDone')}>
      <p>{step.text}</p>
      <button type="button" onClick={() => void (undone ? plan.redo() : plan.undo())}>
        {t(undone ? 'redo' : 'undo')}
      </button>
      <button type="button" class="quiet close" aria-label={t('close')} onClick={() => (plan.lastStep.value = null)}>
        ×
      </button>
    </div>
  )
}
