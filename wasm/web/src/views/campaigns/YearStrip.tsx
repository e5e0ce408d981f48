import { monthNames } from '../../ui/format'
import { barOf } from './bar'

interface Props {
  year: number
  start?: string
  end?: string
  alert: boolean
}

/** Twelve months with a bar. The text above has the dates, so it is hidden from screen readers. */
export function YearStrip({ year, start, end, alert }: Props) {
  const bar = barOf(year, start, end)
  return (
    <div class="strip" aria-hidden="true">
      {monthNames().map((name) => (
        <span key={name}>{name}</span>
      ))}
      {bar && <i class={alert ? 'alert' : undefined} style={{ left: `${bar.left}%`, width: `${bar.width}%` }} />}
    </div>
  )
}
