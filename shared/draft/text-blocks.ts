import type { Canonical } from './block.ts'
import { BlockCollector } from './block-collector.ts'

/** A table pasted as text: cells apart by tabs or upright bars, as Excel and Word leave them in a plain field. */
const CELLS = /[^\t｜|]+/g

function cellsOf(line: string): RegExpMatchArray[] | null {
  const isRow = line.includes('\t') || line.split(/[｜|]/).length > 2
  return isRow && line.trim() !== '' ? [...line.matchAll(CELLS)] : null
}

/** Blocks of a plain text: a line is a paragraph, a line with tabs or bars a table row. A plain text has no links. */
export function readText(source: string): Canonical {
  const collector = new BlockCollector()
  let table = -1
  let row = -1
  for (const match of source.matchAll(/[^\r\n]+/g)) {
    const cells = cellsOf(match[0])
    if (cells === null) {
      row = -1
      collector.add(match[0], match.index, null)
      collector.close('paragraph', null, false)
      continue
    }
    if (row < 0) table += 1
    row += 1
    for (const [column, cell] of cells.entries()) {
      collector.add(cell[0], match.index + (cell.index ?? 0), null)
      collector.close('cell', { table, row, column, header: row === 0 }, false)
    }
  }
  return { blocks: collector.blocks, references: [], asides: [], links: [], images: [] }
}
