// Dates, amounts and numbers in the language of the page. They come from the
// engine as text, are exact, and stay text.

import { language } from '../language'

const months = {
  'es-MX': ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
}

/** The months in short, January first. */
export function monthNames(): string[] {
  return months[language.value]
}

/** A month, counted from zero, in full: "Marzo". */
export function monthName(month: number): string {
  const name = new Intl.DateTimeFormat(language.value, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month, 1))
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** 2027-03-15 as "15 mar 2027" or "15 Mar 2027". */
export function formatDate(iso: string | undefined): string {
  if (!iso) return ''
  const [year, month, day] = iso.split('-').map(Number)
  return `${day} ${monthNames()[month! - 1]} ${year}`
}

/** 2027-03-15 as a person types it: "15/03/2027"; in English, ISO. */
export function typedDate(iso: string | undefined): string {
  if (!iso || language.value === 'en') return iso ?? ''
  return iso.split('-').reverse().join('/')
}

/** Both ends of a span; the month and the year they share are written once. */
export function formatSpan(start: string | undefined, end: string | undefined): string {
  if (!start || !end || start === end) return formatDate(start || end)
  const last = formatDate(end)
  if (start.slice(0, 7) === end.slice(0, 7)) return `${Number(start.slice(8))}–${last}`
  const first = formatDate(start)
  return `${start.slice(0, 4) === end.slice(0, 4) ? first.slice(0, -5) : first} – ${last}`
}

/** "1234567.50" as "$1,234,567.50", which is how both languages are written in Mexico. */
export function formatMoney(amount: string): string {
  const sign = amount.startsWith('-') ? '−' : ''
  return `${sign}$${formatNumber(amount.replace('-', ''))}`
}

/** An amount in a table of amounts: without the currency sign, and a dash for zero. */
export function formatAmount(amount: string): string {
  return Number(amount) === 0 ? '–' : formatNumber(amount)
}

/** "1234.5" as "1,234.5"; a fraction stays as it is. */
export function formatNumber(value: string | number): string {
  return String(value).replace(/^(-?)(\d+)/, (_, sign: string, whole: string) => {
    return (sign ? '−' : '') + whole.replace(/\B(?=(\d{3})+$)/g, ',')
  })
}

/** Milliseconds since 1970 as the time of day on this computer: "9:05". */
export function formatTime(ms: number): string {
  const at = new Date(ms)
  return `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`
}
