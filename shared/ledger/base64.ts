const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const CODES = Uint8Array.from(ALPHABET, (letter) => letter.charCodeAt(0))
const PADDING = '='.charCodeAt(0)

/** Bytes that are written at once, a multiple of three. */
const PIECE = 3 * 4096

/** Standard Base64 with padding (RFC 4648 §4). */
export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += PIECE) pieces.push(encoded(bytes.subarray(at, at + PIECE)))
  return pieces.join('')
}

/** By codes and not by adding characters: a string that is added to keeps every addition in memory, many times its size, until it is read. */
function encoded(bytes: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(PADDING)
  let at = 0
  for (let i = 0; i < bytes.length; i += 3) {
    const word = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    codes[at] = CODES[word >> 18]!
    codes[at + 1] = CODES[(word >> 12) & 63]!
    if (i + 1 < bytes.length) codes[at + 2] = CODES[(word >> 6) & 63]!
    if (i + 2 < bytes.length) codes[at + 3] = CODES[word & 63]!
    at += 4
  }
  // Not spread: over its elements a Uint8Array is four times slower.
  return Reflect.apply(String.fromCharCode, null, codes)
}

/** The bytes of a Base64 string, or null. Only the one canonical spelling is accepted: a second spelling would be a second proof. */
export function fromBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null
  const digits = text.replace(/=+$/, '')
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4))
  let word = 0
  let bits = 0
  let at = 0
  for (const digit of digits) {
    word = ((word << 6) | ALPHABET.indexOf(digit)) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (word >> bits) & 0xff
    }
  }
  return toBase64(bytes) === text ? bytes : null
}
