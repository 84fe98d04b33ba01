import { decodePlainText, type Encoding } from '../../attachments/decode-text.ts'
import { FileRefusal } from '../../attachments/file-refusal.ts'
import { looksZipped, readSpreadsheet } from '../../attachments/spreadsheet.ts'
import { type OnLine, parseTermFile, type TermFile, termReader } from './term-file.ts'

export interface ReadTerms extends TermFile {
  kind: 'text' | 'xlsx'
  /** How a text was encoded; null for a workbook. */
  encoding: Encoding | null
}

/** Old workbooks, and .xlsx with a password: an OLE container, which nobody should have to open for a word list. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0]

/** The terms of a file, by what it holds and not by its name: .xlsx, CSV, or plain text. Throws `FileRefusal` for anything else. */
export function readTerms(bytes: Uint8Array, onLine?: OnLine): ReadTerms {
  if (OLE.every((byte, at) => bytes[at] === byte))
    throw new FileRefusal('文件是旧版 .xls，或带密码，未读取。请去掉密码，另存为 .xlsx 或 CSV 后再试。')
  if (looksZipped(bytes)) {
    const reader = termReader(onLine)
    readSpreadsheet(bytes, reader.add)
    return { kind: 'xlsx', encoding: null, ...reader.done() }
  }
  const { text, encoding } = decodePlainText(bytes)
  return { kind: 'text', encoding, ...parseTermFile(text, onLine) }
}
