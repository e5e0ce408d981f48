import { type Language, language, setLanguage } from '../language'
import { w } from './words'

const names: Record<Language, [short: string, full: string]> = {
  'es-MX': ['ES', 'Español'],
  en: ['EN', 'English'],
}

/** A button for each language. */
export function Languages() {
  return (
    <div class="languages" role="group" aria-label={w('language')}>
      {(Object.keys(names) as Language[]).map((tag) => (
        <button
          key={tag}
          type="button"
          lang={tag}
          aria-pressed={language.value === tag}
          aria-label={names[tag][1]}
          onClick={() => setLanguage(tag)}
        >
          {names[tag][0]}
        </button>
      ))}
    </div>
  )
}
