const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** A new id: 80 random bits as digits and lower-case letters without i, l, o and u. */
export function newID(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (b) => alphabet[b & 31]).join('')
}
