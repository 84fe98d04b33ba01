import { FileRefusal } from './file-refusal.ts'

export interface ZipEntry {
  /** Byte by byte as Latin-1: enough to tell the ASCII names of Office files. */
  readonly name: string
  /** 0 stored, 8 deflated. */
  readonly method: 0 | 8
  readonly crc: number
  /** Unpacked, as both headers say. */
  readonly size: number
  readonly packed: Uint8Array
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
/** The end record is 22 bytes and a comment of up to 65,535. */
const END_SEARCH = 22 + 0xffff

const DAMAGED = '文件的目录已损坏或前后不一致，未读取。请重新保存后再试。'

interface Central {
  name: string
  flags: number
  method: number
  crc: number
  packedSize: number
  size: number
  offset: number
}

/**
 * The entries of an archive by name. Throws `FileRefusal` where the directory and the entries' own headers disagree (what one reader shows and another
 * does not is a way past a check), where entries overlap, a name stands twice, and over `most` entries. Nothing is unpacked.
 */
export function directoryOf(bytes: Uint8Array, most: number): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const { count, start } = endOf(view)
    if (count > most)
      throw new FileRefusal(`文件里有 ${count} 个部分，超过 ${most} 个，未读取。请另存一份干净的文件再试。`)
    const entries = new Map<string, ZipEntry>()
    const taken: [number, number][] = []
    let at = start
    for (let index = 0; index < count; index += 1) {
      const central = centralAt(view, at)
      const { from, to } = dataOf(view, central, start)
      taken.push([central.offset, to])
      if (entries.has(central.name)) throw new FileRefusal(DAMAGED)
      const { name, method, crc, size } = central
      entries.set(name, { name, method: method as 0 | 8, crc, size, packed: bytes.subarray(from, to) })
      at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    }
    taken.sort(([a], [b]) => a - b)
    if (taken.some(([offset], index) => index > 0 && offset < taken[index - 1]![1])) throw new FileRefusal(DAMAGED)
    return entries
  } catch (error) {
    // A DataView past its end: the file was cut short.
    if (error instanceof RangeError) throw new FileRefusal(DAMAGED)
    throw error
  }
}

function endOf(view: DataView): { count: number; start: number } {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - END_SEARCH); at -= 1) {
    if (view.getUint32(at, true) !== END || at + 22 + view.getUint16(at + 20, true) !== view.byteLength) continue
    const [disk, count, all] = [
      view.getUint16(at + 4, true),
      view.getUint16(at + 8, true),
      view.getUint16(at + 10, true),
    ]
    const start = view.getUint32(at + 16, true)
    // 0xffff and 0xffffffff point to the 64-bit records, which no file of ours needs.
    if (disk !== 0 || count !== all || count === 0xffff || start + view.getUint32(at + 12, true) !== at) break
    return { count, start }
  }
  throw new FileRefusal(DAMAGED)
}

function centralAt(view: DataView, at: number): Central {
  if (view.getUint32(at, true) !== CENTRAL) throw new FileRefusal(DAMAGED)
  const central = {
    name: latin1(view, at + 46, view.getUint16(at + 28, true)),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  }
  if (central.flags & 1) throw new FileRefusal('文件有密码，读不了。请去掉密码另存后再试。')
  if (central.method !== 0 && central.method !== 8) throw new FileRefusal(DAMAGED)
  if (central.method === 0 && central.packedSize !== central.size) throw new FileRefusal(DAMAGED)
  return central
}

/** Where an entry's data stands, by its own header, which must say what the directory says. */
function dataOf(view: DataView, central: Central, limit: number): { from: number; to: number } {
  const at = central.offset
  const nameLength = view.getUint16(at + 26, true)
  const from = at + 30 + nameLength + view.getUint16(at + 28, true)
  const to = from + central.packedSize
  // With bit 3 the sizes stand behind the data, and in the local header zeros.
  const streamed = (view.getUint16(at + 6, true) & 8) !== 0
  const says = (offset: number, value: number) =>
    view.getUint32(at + offset, true) === value || (streamed && view.getUint32(at + offset, true) === 0)
  const agrees =
    view.getUint32(at, true) === LOCAL &&
    view.getUint16(at + 8, true) === central.method &&
    latin1(view, at + 30, nameLength) === central.name &&
    says(14, central.crc) &&
    says(18, central.packedSize) &&
    says(22, central.size)
  if (!agrees || to > limit) throw new FileRefusal(DAMAGED)
  return { from, to }
}

function latin1(view: DataView, at: number, length: number): string {
  let text = ''
  for (let index = 0; index < length; index += 1) text += String.fromCharCode(view.getUint8(at + index))
  return text
}
