// Copies of a plan in files: .poa.json, as the engine writes a document.

/** The maximum size of a file, in bytes. The engine has its own limit for plans. */
const maxSize = 64 << 20

export class UnreadableFile extends Error {
  constructor(readonly why: 'notText' | 'tooLarge') {
    super(why)
  }
}

/** Reads a text file. It throws an UnreadableFile if the file is too large or not UTF-8. */
export async function readText(file: File): Promise<string> {
  if (file.size > maxSize) throw new UnreadableFile('tooLarge')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch {
    throw new UnreadableFile('notText')
  }
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
