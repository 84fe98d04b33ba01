import { Inflate } from 'fflate'
import { crc32 } from './crc32.ts'
import { FileRefusal } from './file-refusal.ts'
import { directoryOf, type ZipEntry } from './zip-directory.ts'

/** How much of an archive is read at most. */
export interface ZipLimits {
  /** Entries in the directory. */
  entries: number
  /** Bytes of all entries that are read, unpacked. */
  total: number
}

/** No Office file packs its XML tighter; a bomb does: deflate reaches 1,029 to 1. */
const MOST_RATIO = 300
/** One push gives at most a thousand times as much, so that what a lying header hides is noticed after 1 MB. */
const PUSH = 1024

/** An archive whose directory agrees with itself. Entries are unpacked one by one, on demand. */
export interface Zip {
  readonly names: readonly string[]
  /**
   * Unpacks an entry piece by piece; null where there is none of this name. Throws `FileRefusal` where the entry is not what its headers say: size,
   * sum, or a method other than stored and deflated; and over the limits.
   */
  read(name: string, onPiece: (piece: Uint8Array) => void): boolean
}

/** Opens a ZIP archive. Counts before it unpacks; throws `FileRefusal` for a damaged, encrypted, overlapping or too large one. */
export function openZip(bytes: Uint8Array, limits: ZipLimits): Zip {
  const entries = directoryOf(bytes, limits.entries)
  let left = limits.total
  return {
    names: [...entries.keys()],
    read(name, onPiece) {
      const entry = entries.get(name)
      if (entry === undefined) return false
      if (entry.size > left || entry.size > Math.max(entry.packed.length, PUSH) * MOST_RATIO)
        throw new FileRefusal('文件解压后过大，疑似压缩炸弹，未读取。请另存一份干净的文件再试。')
      left -= entry.size
      unpack(entry, onPiece)
      return true
    },
  }
}

function unpack(entry: ZipEntry, onPiece: (piece: Uint8Array) => void): void {
  let size = 0
  let sum = 0
  const take = (piece: Uint8Array): void => {
    size += piece.length
    if (size > entry.size) throw new FileRefusal('文件内容与其标明的大小不符，未读取。请重新保存后再试。')
    sum = crc32(piece, sum)
    onPiece(piece)
  }
  if (entry.method === 0) take(entry.packed)
  else inflate(entry.packed, take)
  if (size !== entry.size || sum !== entry.crc)
    throw new FileRefusal('文件内容已损坏（校验不符），未读取。请重新保存后再试。')
}

function inflate(packed: Uint8Array, take: (piece: Uint8Array) => void): void {
  const stream = new Inflate((piece) => {
    if (piece.length > 0) take(piece)
  })
  try {
    for (let at = 0; at === 0 || at < packed.length; at += PUSH)
      stream.push(packed.subarray(at, at + PUSH), at + PUSH >= packed.length)
  } catch (error) {
    if (error instanceof FileRefusal) throw error
    throw new FileRefusal('文件的压缩数据已损坏，未读取。请重新保存后再试。')
  }
}
