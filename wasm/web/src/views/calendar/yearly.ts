import { signal } from '@preact/signals'
import { holdsRule, type OwnDay } from './ownDay'

/** Whether a person chose that an own day repeats every year, while it holds nothing yet that says so. */
const chosen = signal<Readonly<Record<string, boolean>>>({})

/** Whether an own day repeats every year. */
export function isYearly(day: OwnDay): boolean {
  return holdsRule(day) || (chosen.value[day.row.id] ?? false)
}

export function chooseYearly({ row }: OwnDay, yearly: boolean) {
  chosen.value = { ...chosen.peek(), [row.id]: yearly }
}
