import type { ComponentChildren } from 'preact'

interface Props {
  /** A class of the style sheet: info, bad, sample. */
  look: string
  role?: 'alert' | 'status'
  text: string
  /** The buttons. */
  children?: ComponentChildren
}

/** A bar across the page with a message and the buttons to act on it. */
export function Notice({ look, role, text, children }: Props) {
  return (
    <div class={`notice ${look}`} role={role}>
      <p>{text}</p>
      {children}
    </div>
  )
}
