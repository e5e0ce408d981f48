import { go } from '../../route'
import { report } from './view'

let printWhenLoaded = false

/** Prints the official document; where it is not shown yet, as soon as it is. */
export function printDocument() {
  const frame = document.querySelector<HTMLIFrameElement>('.report iframe')
  if (frame) {
    frame.contentWindow?.print()
    return
  }
  printWhenLoaded = true
  go(report.address)
}

/** Prints a document that has just loaded, where that was asked for. */
export function documentLoaded(frame: HTMLIFrameElement) {
  if (printWhenLoaded) frame.contentWindow?.print()
  printWhenLoaded = false
}
