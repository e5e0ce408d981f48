import { go } from '../../route'
import { report } from './view'

let printWhenLoaded = false

/** Prints the official document. If it is not on screen, opens its view and prints when it has loaded. */
export function printDocument() {
  const frame = document.querySelector<HTMLIFrameElement>('.report iframe')
  if (frame) {
    frame.contentWindow?.print()
    return
  }
  printWhenLoaded = true
  go(report.address)
}

/** Called when the document has loaded; prints it if printDocument is waiting. */
export function documentLoaded(frame: HTMLIFrameElement) {
  if (printWhenLoaded) frame.contentWindow?.print()
  printWhenLoaded = false
}
