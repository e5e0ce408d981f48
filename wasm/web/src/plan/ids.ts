const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** A new id: 80 random bits in letters and digits that are not mistaken for others. */
export function newID(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (b) => alphabet[b & 31]).join('')
}
