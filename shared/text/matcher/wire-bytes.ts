/** Thrown for bytes that are not a list this version wrote. Whoever sent it still has the list: ask again. */
export class UnreadableWire extends Error {
  override name = 'UnreadableWire'
}

export function damagedWire(): UnreadableWire {
  return new UnreadableWire('收到的词表已损坏，不能使用，原有词表不变。请重新获取。')
}

const MAGIC = [0x4d, 0x58, 0x54, 0x57] as const
/** Magic, a byte of version, 4 bytes of checksum over all that is behind it. */
const HEADER = 9

/** Grows as numbers and bytes are written to it. */
export class WireWriter {
  #bytes: Uint8Array = new Uint8Array(1 << 12)
  #end = HEADER

  /** LEB128: 7 bits a byte, the lowest first, the top bit on all but the last. */
  number(number: number): void {
    this.#reserve(5)
    let rest = number
    for (; rest > 0x7f; rest >>>= 7) {
      this.#bytes[this.#end] = rest | 0x80
      this.#end += 1
    }
    this.#bytes[this.#end] = rest
    this.#end += 1
  }

  bytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length)
    this.#bytes.set(bytes, this.#end)
    this.#end += bytes.length
  }

  /** All that was written, under a header. */
  finish(version: number): Uint8Array {
    const bytes = this.#bytes.slice(0, this.#end)
    bytes.set([...MAGIC, version])
    new DataView(bytes.buffer).setInt32(5, checksum(bytes))
    return bytes
  }

  #reserve(more: number): void {
    if (this.#end + more <= this.#bytes.length) return
    const bytes = new Uint8Array(2 * (this.#end + more))
    bytes.set(this.#bytes.subarray(0, this.#end))
    this.#bytes = bytes
  }
}

/** Reads what a `WireWriter` wrote; every reading past the end throws. */
export class WireReader {
  readonly #bytes: Uint8Array
  #at = HEADER

  /** Throws `UnreadableWire` for a version that is not known and for damage: no single changed byte gets through. */
  constructor(bytes: Uint8Array, version: number) {
    if (bytes.length < HEADER || MAGIC.some((byte, at) => bytes[at] !== byte)) throw damagedWire()
    if (bytes[4] !== version)
      throw new UnreadableWire(`收到的词表是第 ${bytes[4]} 版格式，本程序只认识第 ${version} 版。请更新程序。`)
    const { buffer, byteOffset, byteLength } = bytes
    if (new DataView(buffer, byteOffset, byteLength).getInt32(5) !== checksum(bytes)) throw damagedWire()
    this.#bytes = bytes
  }

  below(limit: number): number {
    return this.numbers(1, limit)[0]!
  }

  /** So many numbers, each below the limit. */
  numbers(count: number, limit: number): Int32Array {
    // A number has a byte at least: no small file asks for much memory.
    if (count > this.#bytes.length - this.#at) throw damagedWire()
    const numbers = new Int32Array(count)
    const bytes = this.#bytes
    let at = this.#at
    for (let place = 0; place < count; place += 1) {
      let number = 0
      let byte = 0x80
      for (let shift = 0; byte > 0x7f; shift += 7, at += 1) {
        if (at >= bytes.length || shift > 21) throw damagedWire()
        byte = bytes[at]!
        number |= (byte & 0x7f) << shift
      }
      if (number >= limit) throw damagedWire()
      numbers[place] = number
    }
    this.#at = at
    return numbers
  }

  bytes(count: number): Uint8Array {
    if (count > this.#bytes.length - this.#at) throw damagedWire()
    this.#at += count
    return this.#bytes.subarray(this.#at - count, this.#at)
  }

  /** Throws where something is left. */
  end(): void {
    if (this.#at !== this.#bytes.length) throw damagedWire()
  }
}

/** Every step is one to one in the sum and in the byte, so one changed byte always changes it. Against damage, not against a forger. */
function checksum(bytes: Uint8Array): number {
  let sum = 0x811c9dc5 | 0
  for (let at = HEADER; at < bytes.length; at += 1) {
    sum = Math.imul(sum ^ bytes[at]!, 0x01000193)
    sum ^= sum >>> 15
  }
  return sum | 0
}
