import { FileRefusal } from './file-refusal.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'
export interface DecodedText {
  text: string
  encoding: Encoding
}

/** More of the characters beyond ASCII than this read as UTF-8: then it is UTF-8, and what does not read is damage. */
const BROKEN = 0.5

/**
 * Bytes of a plain text: UTF-8, UTF-16 with its mark, else GB 18030 (of which GBK and GB 2312 are parts), which is how Office in Chinese saves CSV and
 * text. Throws `FileRefusal` for what is no text, and for UTF-8 with damaged places: read as GB 18030 those would turn into other words.
 */
export function decodePlainText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return strictly(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return strictly(bytes, 'utf-16be')
  const utf8 = decoded(bytes, 'utf-8')
  if (utf8 !== null) return asText(utf8, 'utf-8')
  const loose = new TextDecoder('utf-8').decode(bytes)
  const damaged = loose.split('\uFFFD').length - 1
  const others = [...loose].filter((character) => character > '\u007f').length
  if (damaged < others * BROKEN) {
    const line = loose.slice(0, loose.indexOf('\uFFFD')).split('\n').length
    throw new FileRefusal(`文件第 ${line} 行有损坏的文字（UTF-8 编码不完整），未读取。请重新保存后再试。`)
  }
  return strictly(bytes, 'gb18030')
}

function strictly(bytes: Uint8Array, encoding: Encoding): DecodedText {
  const text = decoded(bytes, encoding)
  if (text === null)
    throw new FileRefusal('文件的文字编码不是 UTF-8，也不是 GBK，未读取。请用记事本或表格软件另存为 UTF-8 后再试。')
  return asText(text, encoding)
}

/** A text has no control characters but tabs and line ends. */
function asText(text: string, encoding: Encoding): DecodedText {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no text has.
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text))
    throw new FileRefusal('文件不是文本（含有控制字符），未读取。词表应为 CSV、TXT 或 .xlsx。')
  return { text: text.startsWith('\uFEFF') ? text.slice(1) : text, encoding }
}

function decoded(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
