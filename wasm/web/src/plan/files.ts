// Copies of a plan in files: .poa.json, as the engine writes a document.

/** No plan is larger; the engine has a bound of its own. */
const largest = 64 << 20

export class Unreadable extends Error {
  constructor(readonly why: 'notText' | 'tooLarge') {
    super(why)
  }
}

/** Reads the text of a file strictly: what is not UTF-8 is refused. */
export async function readText(file: File): Promise<string> {
  if (file.size > largest) throw new Unreadable('tooLarge')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch {
    throw new Unreadable('notText')
  }
}

/** Hands a text to the browser to be saved under a name. */
export function download(name: string, text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** "Valle de Juárez" as "valle-de-juarez", for the name of a file. */
export function slug(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '')
  return plain.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
}
