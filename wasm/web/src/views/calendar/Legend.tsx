import { w } from './words'

const signs = { half: '½', opened: '+', election: '◆' }

/** A character that distinguishes a mark without its colour. */
export function Sign({ of }: { of: keyof typeof signs }) {
  return (
    <sup class={`day-sign ${of}`} aria-hidden="true">
      {signs[of]}
    </sup>
  )
}

const entries = [
  { look: 'worked', word: 'worked', day: 12 },
  { look: 'half', word: 'half', day: 12, sign: 'half' },
  { look: 'rest', word: 'weekRest', day: 12 },
  { look: 'off', word: 'off', day: 12 },
  { look: 'opened', word: 'opened', day: 12, sign: 'opened' },
  { look: 'blackout', word: 'blackout', day: 6 },
  { look: 'blackout election', word: 'election', day: 6, sign: 'election' },
  { look: 'today', word: 'today', day: 12 },
] as const

/** Explains the marks of the days. */
export function Legend() {
  return (
    <ul class="legend" aria-label={w('legend')}>
      {entries.map((entry) => (
        <li key={entry.look}>
          <span class={`day ${entry.look}`} aria-hidden="true">
            {entry.day}
            {'sign' in entry && <Sign of={entry.sign} />}
          </span>
          {w(entry.word)}
        </li>
      ))}
    </ul>
  )
}
