// Copies of a plan in files: .poa.json, as the engine writes a document.

/** The maximum size of a file, in bytes. The engine has its own limit for plans. */
const maxSize = 64 << 20

/** How many bytes at each end of a file the engine needs to recognize its format. */
const endSize = 32 << 10

export class FileTooLarge extends Error {}

/**
 * Reads a file for the engine's readFile: its text or, if it is not UTF-8, bytes of both ends
 * in hexadecimal. It throws a FileTooLarge.
 */
export async function readFile(file: File): Promise<{ text: string } | { bytes: string }> {
  if (file.size > maxSize) throw new FileTooLarge()
  const bytes = new Uint8Array(await file.arrayBuffer())
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    const head = bytes.subarray(0, endSize)
    const tail = bytes.subarray(Math.max(bytes.length - endSize, head.length))
    return { bytes: hex(head) + hex(tail) }
  }
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Downloads a text as a file. */
export function download(name: string, text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** A text as the name of a file: "Valle de Juárez" becomes "valle-de-juarez". */
export function slug(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '')
  return plain.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
}
