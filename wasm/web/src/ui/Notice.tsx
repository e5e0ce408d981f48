import type { ComponentChildren } from 'preact'

interface Props {
  /** A class of the style sheet: info, bad, sample. */
  look: string
  role?: 'alert' | 'status'
  text: string
  /** The buttons. */
  children: ComponentChildren
}

/** A bar across the page with what the person should know, and what can be done about it. */
export function Notice({ look, role, text, children }: Props) {
  return (
    <div class={`notice ${look}`} role={role}>
      <p>{text}</p>
      {children}
    </div>
  )
}
