import { formatDate, formatTime, today } from './format'
import { Notice } from './App'
import * as plan from './plan'
import { go } from './route'
import { language, speak, t, type Word } from './words'

/** The part of the first screen that depends on this computer. */
export function Welcome() {
  const plans = plan.stored.value
  return (
    <>
      {!plan.isOpen.value && <Notice />}
      {plan.opening.value && <p role="status">{t('opening')}</p>}
      {plans.length > 0 && (
        <section aria-labelledby="kept-plans">
          <h2 id="kept-plans">{t('saved')}</h2>
          <ul>
            {plans.slice(0, 8).map((kept) => (
              <li key={kept.id}>
                <button
                  type="button"
                  onClick={() => void plan.openStored(kept.id).then((opened) => opened && go('resumen'))}
                >
                  <b>{kept.title}</b>
                  <span class="fine">{when(kept.savedAt)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function when(ms: number): string {
  const day = today(new Date(ms))
  return day === today() ? formatTime(ms) : formatDate(day)
}

/** Puts the static first screen into the language of the page. */
export function wordsOfFirstScreen() {
  document.documentElement.lang = language.value
  for (const element of document.querySelectorAll<HTMLElement>('[data-word]')) {
    element.textContent = t(element.dataset.word as Word, element.dataset.arg ?? '')
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>('#welcome .languages button')) {
    button.setAttribute('aria-pressed', String(button.lang === language.value))
    button.onclick = () => speak(button.lang === 'en' ? 'en' : 'es-MX')
  }
  if (!plan.isOpen.value) document.title = `${t('tagline')} · Rumbo`
}
