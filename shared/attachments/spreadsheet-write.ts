import { utf8ToBytes } from '@noble/hashes/utils.js'
import { zipSync } from 'fflate'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** The same rows give the same bytes. */
const WRITTEN = new Date(2000, 0, 1)

/** An .xlsx workbook with one sheet. Every cell is text, so nothing in it is ever computed. `readSpreadsheet` gives the rows back. */
export function writeSpreadsheet(name: string, rows: readonly (readonly string[])[]): Uint8Array {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  const parts = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets><sheet name="${attribute(sheetName(name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}</Relationships>`,
    'xl/worksheets/sheet1.xml': `${HEAD}<worksheet xmlns="${SHEET}"><sheetData>${rows.map(rowOf).join('')}</sheetData></worksheet>`,
  }
  const files = Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, utf8ToBytes(xml)]))
  return zipSync(files, { mtime: WRITTEN, level: 6 })
}

function rowOf(cells: readonly string[], index: number): string {
  const written = cells.map((cell, at) =>
    cell === ''
      ? ''
      : `<c r="${letters(at)}${index + 1}" t="inlineStr"><is><t xml:space="preserve">${text(cell)}</t></is></c>`,
  )
  return `<row r="${index + 1}">${written.join('')}</row>`
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
