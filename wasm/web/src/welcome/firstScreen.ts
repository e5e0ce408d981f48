// Translates the static first screen into the language of the page.

import { language, setLanguage } from '../language'
import * as plan from '../plan'
import { w, type words } from './words'

export function translateFirstScreen() {
  document.documentElement.lang = language.value
  for (const element of document.querySelectorAll<HTMLElement>('[data-word]')) {
    element.textContent = w(element.dataset.word as keyof typeof words, element.dataset.arg ?? '')
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>('#welcome .languages button')) {
    button.setAttribute('aria-pressed', String(button.lang === language.value))
    button.onclick = () => setLanguage(button.lang === 'en' ? 'en' : 'es-MX')
  }
  if (!plan.isOpen.value) document.title = `${w('tagline')} · Rumbo`
}
