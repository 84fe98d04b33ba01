import { utf8ToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { FileRefusal } from './file-refusal.ts'
import { readSpreadsheet, type SheetRow } from './spreadsheet.ts'
import { writeSpreadsheet } from './spreadsheet-write.ts'

const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook with these parts; what is not given is as Excel writes it. */
function workbook(sheet: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const parts = {
    'xl/workbook.xml': `<workbook ${NS} xmlns:r="${RELS}"><sheets><sheet name="隐" sheetId="1" state="hidden" r:id="rId9"/><sheet name="词" sheetId="2" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELS}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId2" Type="${RELS}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst ${NS}><si><t>布署</t></si><si><r><t>部</t></r><r><t xml:space="preserve">署 </t></r><rPh sb="0" eb="1"><t>bùshǔ</t></rPh></si></sst>`,
    'xl/worksheets/sheet2.xml': `<worksheet ${NS}><sheetData>${sheet}</sheetData></worksheet>`,
    ...more,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, utf8ToBytes(xml)])))
}
function rowsOf(bytes: Uint8Array): SheetRow[] {
  const rows: SheetRow[] = []
  readSpreadsheet(bytes, (row) => rows.push(row))
  return rows
}

const refusalOf = (bytes: Uint8Array): string => {
  try {
    rowsOf(bytes)
    return 'was read'
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error
    return error.message
  }
}
/** The bytes with one little-endian number changed in the first place that holds `signature`. */
function patched(bytes: Uint8Array, signature: number, offset: number, value: number): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  for (let at = 0; at < copy.length - 4; at += 1)
    if (view.getUint32(at, true) === signature) {
      view.setUint32(at + offset, value, true)
      return copy
    }
  throw new Error('no such record')
}

describe('a workbook', () => {
  it('gives back what was written, whatever it holds', () => {
    const cell = fc.string({
      unit: fc.constantFrom('词', '\n', '\r', '\t', '\u0001', '<', '&', '"', '_x000D_', '_', 'x', '𠀀', ' '),
    })
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 30 }), { maxLength: 10 }), fc.string(), (rows, name) => {
        const trimmed = rows.map((cells) => cells.slice(0, cells.findLastIndex((one) => one !== '') + 1))
        const wanted = trimmed.flatMap((cells, at) => (cells.length > 0 ? [{ line: at + 1, cells }] : []))
        expect(rowsOf(writeSpreadsheet(name, rows))).toEqual(wanted)
      }),
    )
  })

  it('of Excel is read: shared and rich strings, formulas by their value, gaps, other prefixes; hidden sheets are not', () => {
    const sheet = `<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>
      <row r="5"><c t="str"><f>A2&amp;"x"</f><v>布署x</v></c><c><v>12.5</v></c><c t="inlineStr"><is><t>行内</t></is></c></row><row r="6"/>`
    const rows = [
      { line: 2, cells: ['布署', '', '部署 '] },
      { line: 5, cells: ['布署x', '12.5', '行内'] },
    ]
    expect(rowsOf(workbook(sheet))).toEqual(rows)
    const prefixed = `<x:worksheet ${NS.replace('xmlns', 'xmlns:x')}><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>`
    expect(rowsOf(workbook('', { 'xl/worksheets/sheet2.xml': prefixed }))).toEqual([{ line: 1, cells: ['布署'] }])
  })
})

describe('a workbook is refused with a sentence', () => {
  const bomb = '<!-- -->'.padEnd(60_000_000, ' ')
  it.each([
    ['no archive', utf8ToBytes('布署,部署')],
    ['an archive without a workbook', zipSync({ 'a.txt': utf8ToBytes('x') })],
    ['a DOCTYPE', workbook('', { 'xl/worksheets/sheet2.xml': '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>' })],
    ['broken XML', workbook('', { 'xl/worksheets/sheet2.xml': '<worksheet><sheetData>' })],
    ['a bomb', workbook('', { 'xl/worksheets/sheet2.xml': `<worksheet ${NS}>${bomb}</worksheet>` })],
    ['a deep nest', workbook(`${'<row>'.repeat(100)}${'</row>'.repeat(100)}`)],
    ['a string that is not there', workbook('<row><c t="s"><v>7</v></c></row>')],
    ['a sheet that is not there', workbook('', { 'xl/_rels/workbook.xml.rels': '<Relationships/>' })],
    [
      'too many parts',
      zipSync(Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`${i}`, new Uint8Array(1)]))),
    ],
  ])('for %s', (_, bytes) => {
    expect(refusalOf(bytes)).toMatch(/未读取|另存/)
  })

  it('where its headers lie or disagree', () => {
    const good = workbook('<row><c><v>1</v></c></row>')
    expect(rowsOf(good)).toHaveLength(1)
    // Central directory: packed size, size, crc, method, flags, offset; then the same of a local header.
    for (const [offset, value] of [
      [20, 9],
      [24, 1000],
      [16, 0],
      [10, 0x000c],
      [8, 1],
      [42, 1],
    ] as const)
      expect(refusalOf(patched(good, 0x02014b50, offset, value))).not.toBe('was read')
    for (const offset of [14, 18, 22, 8, 26, 30])
      expect(refusalOf(patched(good, 0x04034b50, offset, 0x7fff))).not.toBe('was read')
  })

  it('for any damage: either the rows are the same, or it is refused', () => {
    const good = workbook('<row><c t="s"><v>0</v></c></row>')
    const rows = rowsOf(good)
    fc.assert(
      fc.property(fc.nat({ max: good.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const damaged = good.slice()
        damaged[at] = damaged[at]! ^ flip
        try {
          expect(rowsOf(damaged)).toEqual(rows)
        } catch (error) {
          expect(error).toBeInstanceOf(FileRefusal)
        }
      }),
      { numRuns: 2000 },
    )
    for (let length = 0; length < good.length; length += 7)
      expect(refusalOf(good.subarray(0, length))).not.toBe('was read')
  })
})
