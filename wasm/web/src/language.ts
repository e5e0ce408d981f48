// The language of the page, and how lists of words are read in it. The shell
// and each view keep their own words in a words.ts; the words of the plan itself
// (states, findings, what undo would take back) come from the engine.

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
    // Where storage is denied, the choice lasts until the page is closed.
  }
}

/** A text in the language of the page; {0}, {1}… are replaced by the arguments. */
export function translate(text: Text, ...args: (string | number)[]): string {
  return text[language.value === 'en' ? 1 : 0].replace(/\{(\d)\}/g, (_, i) => argument(args[Number(i)] ?? ''))
}

/** Numbers are grouped alike in Mexican Spanish and in English. */
function argument(value: string | number): string {
  return typeof value === 'number' ? value.toLocaleString('en') : value
}

/** A function that reads a list of words by key, in the language of the page. */
export function reader<W extends string>(list: Record<W, Text>) {
  return (word: W, ...args: (string | number)[]): string => translate(list[word], ...args)
}
