const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Bytes that are written at once, a multiple of three: a string of many millions that grows by fours takes many times its size. */
const PIECE = 3 * 4096

/** Standard Base64 with padding (RFC 4648 §4). */
export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += PIECE) pieces.push(encoded(bytes.subarray(at, at + PIECE)))
  return pieces.join('')
}

function encoded(bytes: Uint8Array): string {
  let out = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const word = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    out += ALPHABET[word >> 18]! + ALPHABET[(word >> 12) & 63]!
    out += i + 1 < bytes.length ? ALPHABET[(word >> 6) & 63]! : '='
    out += i + 2 < bytes.length ? ALPHABET[word & 63]! : '='
  }
  return out
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
