/** A record of a CSV text and the line, from 1, on which it begins. */
export interface CsvRecord {
  line: number
  cells: string[]
}

/**
 * Records of a CSV text (RFC 4180): quoted cells may hold commas, line ends and doubled quotes. A quote that is never closed runs to the end.
 * Linear in the text, one record at a time; a blank line is a record of one empty cell.
 */
export function* csvRecords(text: string): Generator<CsvRecord, undefined> {
  let at = text.startsWith('\uFEFF') ? 1 : 0
  let line = 1
  while (at < text.length) {
    const record: CsvRecord = { line, cells: [] }
    for (let more = true; more; ) {
      const { cell, end } = text[at] === '"' ? quotedCell(text, at) : bareCell(text, at)
      record.cells.push(cell)
      line += countLines(text, at, end)
      more = text[end] === ','
      at = end + (more ? 1 : 0)
    }
    yield record
    if (at < text.length) {
      at += text.startsWith('\r\n', at) ? 2 : 1
      line += 1
    }
  }
}

const CELL_END = /[,\r\n]/g

function bareCell(text: string, start: number): { cell: string; end: number } {
  CELL_END.lastIndex = start
  const end = CELL_END.exec(text)?.index ?? text.length
  return { cell: text.slice(start, end), end }
}

/** What stands between a closing quote and the comma belongs to the cell: people type so. */
function quotedCell(text: string, start: number): { cell: string; end: number } {
  let close = text.indexOf('"', start + 1)
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  if (close < 0) return { cell: text.slice(start + 1).replaceAll('""', '"'), end: text.length }
  const tail = bareCell(text, close + 1)
  return { cell: text.slice(start + 1, close).replaceAll('""', '"') + tail.cell, end: tail.end }
}

function countLines(text: string, start: number, end: number): number {
  let lines = 0
  for (let at = start; at < end; at += 1)
    if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) lines += 1
  return lines
}

/** One line of CSV, without its end. */
export function formatCsvLine(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')
}
