import { useLayoutEffect, useRef } from 'preact/hooks'
import * as plan from '../plan'
import { t } from '../words'
import { picked } from './adding'
import { c } from './words'

/**
 * What was done last, with the way back, where the person is. It takes no
 * focus, and stays until something else is done or it is closed.
 */
export function Done() {
  const did = plan.lastStep.value
  const bar = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    // The bar covers nothing that has the focus.
    const here = document.activeElement
    const top = bar.current?.getBoundingClientRect().top
    if (!here || top === undefined || bar.current!.contains(here) || !here.closest('.calendar')) return
    const { top: start, bottom } = here.getBoundingClientRect()
    if (bottom > top && start < innerHeight) here.scrollIntoView({ block: 'nearest' })
  }, [did])
  if (!did || picked.value || plan.readOnly.value) return null
  const again = did.by === 'undo'
  return (
    <div class="did" ref={bar} role="group" aria-label={c('lastDone')}>
      <p>{did.text}</p>
      <button type="button" onClick={() => void (again ? plan.redo() : plan.undo())}>
        {t(again ? 'redo' : 'undo')}
      </button>
      <button type="button" class="quiet close" aria-label={t('close')} onClick={() => (plan.lastStep.value = null)}>
        ×
      </button>
    </div>
  )
}
