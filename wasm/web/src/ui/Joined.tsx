/** Texts with a mark between them, each isolated: one that runs from right to left does not turn the others around. */
export function Joined({ texts, by = ' · ' }: { texts: (string | number | undefined)[]; by?: string }) {
  return (
    <>
      {texts.filter(Boolean).map((text, i) => (
        <span key={i}>
          {i > 0 && by}
          <span>{text}</span>
        </span>
      ))}
    </>
  )
}
