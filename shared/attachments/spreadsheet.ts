import { FileRefusal } from './file-refusal.ts'
import { readXmlPart } from './xml.ts'
import { openZip, type Zip } from './zip.ts'

/** A row with something in it; `line` is its number in the sheet, from 1. */
export interface SheetRow {
  line: number
  cells: string[]
}

const LIMITS = { entries: 2000, total: 96 * 1024 * 1024 }
/** Cells further to the right are left out, as are rows past the last that Excel has. */
const MOST_COLUMNS = 256
const MOST_ROWS = 1_048_576

/** Whether the bytes begin like a ZIP archive, as every .xlsx does. */
export function looksZipped(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
}

/**
 * The rows of the first sheet of an .xlsx workbook, one by one: shared, inline and computed values as the text that is stored, numbers as they are written, phonetic
 * readings left out. Throws `FileRefusal` for what is no workbook, is damaged, or is over 96 MiB unpacked.
 */
export function readSpreadsheet(bytes: Uint8Array, onRow: (row: SheetRow) => void): void {
  const zip = openZip(bytes, LIMITS)
  const parts = partsOf(zip)
  const shared = parts.strings === null ? [] : sharedStrings(zip, parts.strings)
  readRows(zip, parts.sheet, shared, onRow)
}

function partsOf(zip: Zip): { sheet: string; strings: string | null } {
  const targets = new Map<string, { type: string; path: string }>()
  readXmlPart(zip, 'xl/_rels/workbook.xml.rels', {
    open(name, attribute) {
      if (name !== 'Relationship') return
      const target = attribute('Target') ?? ''
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
      targets.set(attribute('Id') ?? '', { type: attribute('Type') ?? '', path })
    },
  })
  let first: string | undefined
  const found = readXmlPart(zip, 'xl/workbook.xml', {
    open(name, attribute) {
      if (name === 'sheet' && (attribute('state') ?? 'visible') === 'visible') first ??= attribute('id')
    },
  })
  const sheet = first === undefined ? undefined : targets.get(first)?.path
  if (!found || sheet === undefined)
    throw new FileRefusal('文件不是 .xlsx 工作簿，或其中没有工作表。请另存为 .xlsx 或 CSV 后再试。')
  const strings = [...targets.values()].find(({ type }) => type.endsWith('/sharedStrings'))?.path ?? null
  return { sheet, strings }
}

function sharedStrings(zip: Zip, part: string): string[] {
  const strings: string[] = []
  const run = textRun()
  readXmlPart(zip, part, {
    open(name) {
      if (name === 'si') run.reset()
      run.open(name)
    },
    text: run.text,
    close(name) {
      run.close(name)
      if (name === 'si') strings.push(run.value())
    },
  })
  return strings
}

function readRows(zip: Zip, part: string, shared: readonly string[], onRow: (row: SheetRow) => void): void {
  const run = textRun()
  let row: SheetRow = { line: 0, cells: [] }
  let column = -1
  let type = 'n'
  const found = readXmlPart(zip, part, {
    open(name, attribute) {
      if (name === 'row') {
        row = { line: Number(attribute('r') ?? row.line + 1), cells: [] }
        column = -1
      } else if (name === 'c') {
        column = columnOf(attribute('r')) ?? column + 1
        type = attribute('t') ?? 'n'
        run.reset()
      }
      run.open(name)
    },
    text: run.text,
    close(name) {
      run.close(name)
      if (name === 'c' && column < MOST_COLUMNS) {
        while (row.cells.length < column) row.cells.push('')
        row.cells[column] = type === 's' ? sharedAt(shared, run.value()) : run.value()
      }
      if (name === 'row' && row.cells.length > 0 && row.line <= MOST_ROWS) onRow(row)
    },
  })
  if (!found) throw new FileRefusal('文件里没有工作表的内容，未读取。请用表格软件另存后再试。')
}

function sharedAt(shared: readonly string[], index: string): string {
  const text = shared[Number(index)]
  if (text === undefined) throw new FileRefusal('文件里的文字表与工作表不符，未读取。请用表格软件另存后再试。')
  return text
}

/** `AB12` → 27. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (letters === undefined) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** Gathers what stands in <t> and <v>, but not in <f> (a formula) or <rPh> (how it is read aloud). */
function textRun() {
  let text = ''
  let within = 0
  let phonetic = false
  return {
    reset: () => {
      text = ''
    },
    open: (name: string) => {
      if (name === 'rPh') phonetic = true
      if (name === 't' || name === 'v') within += 1
    },
    text: (piece: string) => {
      if (within > 0 && !phonetic) text += piece
    },
    close: (name: string) => {
      if (name === 'rPh') phonetic = false
      if (name === 't' || name === 'v') within -= 1
    },
    value: () => decodeEscapes(text),
  }
}

/** `_x000D_` is how the format writes a character that XML cannot hold. */
function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
