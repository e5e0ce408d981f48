// Reacts to events around the plan: the page is hidden or closed, another window
// writes, the day or the language changes.

import { effect } from '@preact/signals'
import { language } from '../language'
import { wouldLoseWork } from './autosave'
import { entriesSinceDocument, loadHello, today } from './engineHost'
import { onOtherWindow, snapshot } from './journal'
import { reload } from './opening'
import { readOnly, record, saveState, view } from './state'
import { refresh } from './steps'

/** Starts listening. Called once, when the page starts. */
export function followPage() {
  onOtherWindow((plan) => {
    if (readOnly.value && plan === record.value?.id) void reload()
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void snapshot()
    else if (view.value && view.value.today !== today()) void refresh()
  })
  addEventListener('beforeunload', (event) => {
    if (wouldLoseWork(saveState.value, entriesSinceDocument())) event.preventDefault()
  })
  let asked = language.value
  effect(() => {
    if (language.value === asked) return
    asked = language.value
    void loadHello().catch(() => {})
    void refresh()
  })
}
