// The language of the page. The shell and each view have their own words.ts; texts
// about the plan itself (states, findings, undo steps) come from the engine.

import { signal } from '@preact/signals'

export type Language = 'es-MX' | 'en'

/** A text in Spanish and in English. */
export type Text = readonly [es: string, en: string]

const storageKey = 'rumbo-language'

export const language = signal<Language>(storedLanguage())

function storedLanguage(): Language {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'es-MX'
  } catch {
    return 'es-MX'
  }
}

export function setLanguage(tag: Language) {
  language.value = tag
  try {
    localStorage.setItem(storageKey, tag)
  } catch {
    // Storage is denied: the choice lasts until the page is closed.
  }
}

/** Translates a text into the language of the page; {0}, {1}… are replaced by the arguments. */
export function translate(text: Text, ...args: (string | number)[]): string {
  return text[language.value === 'en' ? 1 : 0].replace(/\{(\d)\}/g, (_, i) => argument(args[Number(i)] ?? ''))
}

/** Mexican Spanish and English group the digits of numbers alike. */
function argument(value: string | number): string {
  return typeof value === 'number' ? value.toLocaleString('en') : value
}

/** Returns a function that translates the texts of a list by key. */
export function reader<W extends string>(list: Record<W, Text>) {
  return (word: W, ...args: (string | number)[]): string => translate(list[word], ...args)
}
