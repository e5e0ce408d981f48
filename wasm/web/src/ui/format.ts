// Formats dates, amounts and numbers in the language of the page. The engine sends
// them as exact text; they are never converted to floating point to be shown.

import { language } from '../language'

const months = {
  'es-MX': ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
}

/** The abbreviated names of the months, January first. */
export function monthNames(): string[] {
  return months[language.value]
}

/** The full name of a month counted from zero: "Marzo". */
export function monthName(month: number): string {
  const name = new Intl.DateTimeFormat(language.value, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month, 1))
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** Formats 2027-03-15 as "15 mar 2027" or "15 Mar 2027". */
export function formatDate(iso: string | undefined): string {
  if (!iso) return ''
  const [year, month, day] = iso.split('-').map(Number)
  return `${day} ${monthNames()[month! - 1]} ${year}`
}

/** Formats 2027-03-15 as people type it: "15/03/2027" in Spanish, ISO in English. */
export function typedDate(iso: string | undefined): string {
  if (!iso || language.value === 'en') return iso ?? ''
  return iso.split('-').reverse().join('/')
}

/** Formats a span, both ends included. A month or a year that both ends share is written once. */
export function formatSpan(start: string | undefined, end: string | undefined): string {
  if (!start || !end || start === end) return formatDate(start || end)
  const last = formatDate(end)
  if (start.slice(0, 7) === end.slice(0, 7)) return `${Number(start.slice(8))}–${last}`
  const first = formatDate(start)
  return `${start.slice(0, 4) === end.slice(0, 4) ? first.slice(0, -5) : first} – ${last}`
}

/** Formats "1234567.50" as "$1,234,567.50", the Mexican notation in both languages. */
export function formatMoney(amount: string): string {
  const sign = amount.startsWith('-') ? '−' : ''
  return `${sign}$${formatNumber(amount.replace('-', ''))}`
}

/** Formats an amount for a table of amounts: without a currency sign, and zero as a dash. */
export function formatAmount(amount: string): string {
  return Number(amount) === 0 ? '–' : formatNumber(amount)
}

/** Formats "1234.5" as "1,234.5". Digits after the point are kept as they are. */
export function formatNumber(value: string | number): string {
  return String(value).replace(/^(-?)(\d+)/, (_, sign: string, whole: string) => {
    return (sign ? '−' : '') + whole.replace(/\B(?=(\d{3})+$)/g, ',')
  })
}

/** Formats milliseconds since 1970 as local time: "9:05". */
export function formatTime(ms: number): string {
  const at = new Date(ms)
  return `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`
}
