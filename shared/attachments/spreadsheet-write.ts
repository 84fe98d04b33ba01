import { utf8ToBytes } from '@noble/hashes/utils.js'
import { Zip, ZipDeflate } from 'fflate'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** The same rows give the same bytes. */
const WRITTEN = new Date(2000, 0, 1)

/**
 * An .xlsx workbook with one sheet. Every cell is text, so nothing in it is ever computed. `readSpreadsheet` gives the rows back. Written piece by piece:
 * the XML of 200,000 rows never stands in memory as a whole.
 */
export function writeSpreadsheet(name: string, rows: Iterable<readonly string[]>): Uint8Array {
  const pieces: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    pieces.push(piece)
  })
  for (const [path, xml] of Object.entries(partsOf(name))) addPart(zip, path, [xml])
  addPart(zip, 'xl/worksheets/sheet1.xml', sheetOf(rows))
  zip.end()
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

function addPart(zip: Zip, path: string, pieces: Iterable<string>): void {
  const part = new ZipDeflate(path, { level: 6 })
  part.mtime = WRITTEN
  zip.add(part)
  for (const piece of pieces) part.push(utf8ToBytes(piece))
  part.push(new Uint8Array(), true)
}

function partsOf(name: string): Readonly<Record<string, string>> {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets><sheet name="${attribute(sheetName(name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}</Relationships>`,
  }
}

function* sheetOf(rows: Iterable<readonly string[]>): Generator<string> {
  yield `${HEAD}<worksheet xmlns="${SHEET}"><sheetData>`
  let number = 0
  for (const cells of rows) {
    number += 1
    yield rowOf(cells, number)
  }
  yield '</sheetData></worksheet>'
}

function rowOf(cells: readonly string[], number: number): string {
  const written = cells.map((cell, at) =>
    cell === ''
      ? ''
      : `<c r="${letters(at)}${number}" t="inlineStr"><is><t xml:space="preserve">${text(cell)}</t></is></c>`,
  )
  return `<row r="${number}">${written.join('')}</row>`
}

/** 27 → `AB`. */
function letters(column: number): string {
  const rest = Math.floor(column / 26)
  return `${rest > 0 ? letters(rest - 1) : ''}${String.fromCharCode(65 + (column % 26))}`
}

/** What XML cannot hold or would change (a carriage return), and what would be read as such an escape, is written as `_xHHHH_`. */
function text(cell: string): string {
  const safe = cell
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold.
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (character) => {
      const hex = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
      return `_x${hex}_`
    })
  return safe.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function attribute(value: string): string {
  return text(value).replaceAll('"', '&quot;')
}

/** A sheet's name has at most 31 characters and none of these. */
function sheetName(name: string): string {
  return (
    name
      .replaceAll(/[\\/?*[\]:']/g, ' ')
      .slice(0, 31)
      .trim() || '词表'
  )
}
