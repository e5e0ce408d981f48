import { useSignal, useSignalEffect } from '@preact/signals'
import { useRef } from 'preact/hooks'
import * as plan from '../../plan'
import { t } from '../../ui/words'
import { documentLoaded } from './print'
import { w } from './words'
import './report.css'

/** A preview of the official document, exactly as it is printed. */
export function Report() {
  const html = useSignal('')
  const frame = useRef<HTMLIFrameElement>(null)
  useSignalEffect(() => {
    // The effect reads both, so it runs again for each revision and language.
    void plan.view.value?.revision
    void plan.view.value?.language
    void plan.report().then((text) => {
      html.value = text
    })
  })
  return (
    <div class="report">
      <div class="report-bar">
        <h1>{w('document')}</h1>
        <button type="button" class="primary" disabled={!html.value} onClick={() => frame.current?.contentWindow?.print()}>
          {t('print')}
        </button>
      </div>
      {html.value ? (
        <iframe
          ref={frame}
          title={w('document')}
          sandbox="allow-same-origin allow-modals"
          srcdoc={html.value}
          onLoad={() => documentLoaded(frame.current!)}
        />
      ) : (
        <p class="empty">{w('making')}</p>
      )}
    </div>
  )
}
