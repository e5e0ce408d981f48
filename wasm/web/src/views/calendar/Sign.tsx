const signs = { half: '½', opened: '+', election: '◆' }

/** A character that tells a mark apart without its colour. */
export function Sign({ of }: { of: keyof typeof signs }) {
  return (
    <sup class={`day-sign ${of}`} aria-hidden="true">
      {signs[of]}
    </sup>
  )
}
