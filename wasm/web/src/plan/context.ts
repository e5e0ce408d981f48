// For which day and in which language the engine answers.

import type { Context } from '../gen/rpc'
import { language } from '../language'

/** The civil date of this computer, as ISO text. */
export function today(now = new Date()): string {
  const twoDigits = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`
}

export function context(): Context {
  return { today: today(), language: language.value }
}
