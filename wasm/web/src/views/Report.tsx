import { useSignal, useSignalEffect } from '@preact/signals'
import { useRef } from 'preact/hooks'
import * as plan from '../plan'
import { t } from '../words'

/** Whether the document is to be printed as soon as it is there. */
let printSoon = false

/** Asks for the document to be printed when the view has it. */
export function printWhenReady() {
  printSoon = true
}

/** The official document, as it is printed. */
export function Report() {
  const html = useSignal('')
  const frame = useRef<HTMLIFrameElement>(null)
  useSignalEffect(() => {
    // Made again for each revision and language of the plan.
    void plan.view.value?.revision
    void plan.view.value?.language
    void plan.report().then((made) => {
      html.value = made
    })
  })
  const print = () => frame.current?.contentWindow?.print()
  return (
    <div class="report">
      <div class="report-bar">
        <h1>{t('document')}</h1>
        <button type="button" class="primary" disabled={!html.value} onClick={print}>
          {t('print')}
        </button>
      </div>
      {html.value ? (
        <iframe
          ref={frame}
          title={t('document')}
          sandbox="allow-same-origin allow-modals"
          srcdoc={html.value}
          onLoad={() => {
            if (printSoon) print()
            printSoon = false
          }}
        />
      ) : (
        <p class="empty">{t('making')}</p>
      )}
    </div>
  )
}
