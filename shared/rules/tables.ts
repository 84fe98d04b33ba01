import type { Span } from '../draft/span.ts'
import { type Place, spanOf, type TextView } from './text-view.ts'

/** A cell as rules read it: all its text without white space, and where it stands. */
export interface GridCell {
  row: number
  column: number
  text: string
  /** The pieces of the field that the cell is made of, in order. */
  places: readonly Place[]
  span: Span
}

/** A table of a field, from markup, from pasted tabs or bars, or from paragraphs whose words stand in columns. */
export interface Grid {
  rows: readonly (readonly GridCell[])[]
  /** The last words before the table: its caption, usually. At most 120 characters. */
  before: string
}

/** A cell with more pieces than this lays out a page; it is no datum. */
const MAX_PIECES = 12
// Several rules ask for the same tables: a view never changes, so what was made of it is kept as long as the view lives.
const cache = new WeakMap<TextView, readonly Grid[]>()
const cellsByPlace = new WeakMap<TextView, Map<Place, { grid: Grid; cell: GridCell }>>()

/** Every table of a view, in reading order. Empty cells leave no trace, so rows may have gaps: `column` counts them. */
export function gridsOf(view: TextView): readonly Grid[] {
  let grids = cache.get(view)
  if (grids === undefined) {
    grids = [...cellGrids(view), ...wordGrids(view)]
    cache.set(view, grids)
  }
  return grids
}

/** The table and the cell that a piece of the field stands in; `null` outside tables. */
export function cellAt(view: TextView, place: Place): { grid: Grid; cell: GridCell } | null {
  if (!place.block?.cell) return null
  let places = cellsByPlace.get(view)
  if (places === undefined) {
    places = new Map()
    for (const grid of gridsOf(view))
      for (const cell of grid.rows.flat()) for (const piece of cell.places) places.set(piece, { grid, cell })
    cellsByPlace.set(view, places)
  }
  return places.get(place) ?? null
}

/** The other cells of the row that a cell stands in. */
export function rowOf(grid: Grid, cell: GridCell): readonly GridCell[] {
  return (grid.rows.find((row) => row.includes(cell)) ?? []).filter((one) => one !== cell)
}

/** The cells above a cell in its column, nearest first. */
export function above(grid: Grid, cell: GridCell): GridCell[] {
  return grid.rows
    .flatMap((row) => row.filter((one) => one.column === cell.column && one.row < cell.row))
    .sort((a, b) => b.row - a.row)
}

function cellGrids(view: TextView): Grid[] {
  const tables = new Map<number, { before: string; cells: Map<string, Place[]> }>()
  if (!view.places.some((place) => place.block?.cell)) return []
  let before = ''
  for (const place of view.places) {
    const cell = place.block?.cell
    if (!cell) {
      before = `${before} ${place.text}`.slice(-120)
      continue
    }
    const table = tables.get(cell.table) ?? { before, cells: new Map<string, Place[]>() }
    tables.set(cell.table, table)
    const key = `${cell.row} ${cell.column}`
    const pieces = table.cells.get(key)
    if (pieces === undefined) table.cells.set(key, [place])
    else pieces.push(place)
  }
  return [...tables.values()].map(({ before, cells }) => {
    const rows = new Map<number, GridCell[]>()
    for (const places of cells.values()) {
      if (places.length > MAX_PIECES) continue
      const made = cellOf(places)
      const row = rows.get(made.row)
      if (row === undefined) rows.set(made.row, [made])
      else row.push(made)
    }
    return { before, rows: [...rows.entries()].sort(([a], [b]) => a - b).map(([, row]) => row) }
  })
}

function cellOf(places: readonly Place[]): GridCell {
  const first = places[0]!
  const last = places[places.length - 1]!
  const { row, column } = first.block!.cell!
  const start = spanOf(first, 0, first.text.length).start
  const { end } = spanOf(last, 0, last.text.length)
  const text = places.map((place) => place.text.replace(/\s/g, '')).join('')
  return { row, column, text, places, span: { field: first.field, start, end } }
}

const BY_SPACE = /[^\s|]+/g
const BY_COMMA = /[^,、\s][^,、]*/g

/** Paragraphs under a line of column heads with 姓名 among them: a list pasted without its table. */
function wordGrids(view: TextView): Grid[] {
  const grids: Grid[] = []
  if (!view.whole.includes('姓名')) return grids
  const { places } = view
  for (let index = 0; index < places.length; index += 1) {
    if (!places[index]!.text.includes('姓名')) continue
    const rows = rowsFrom(places, index, BY_SPACE, 0) ?? rowsFrom(places, index, BY_COMMA, 1)
    if (rows === null) continue
    const before = places.slice(Math.max(0, index - 3), index).map((place) => place.text)
    grids.push({ rows, before: before.join(' ').slice(-120) })
    index += rows.length - 1
  }
  return grids
}

/** The line of heads and what stands below it in as many words; commas also part clauses, so they need a line below (`least`). */
function rowsFrom(places: readonly Place[], index: number, words: RegExp, least: number): GridCell[][] | null {
  const head = wordsOf(places[index]!, 0, words)
  if (head === null || !head.some((cell) => cell.text.endsWith('姓名'))) return null
  const rows = [head]
  for (let next = index + 1; next < places.length; next += 1) {
    const row = wordsOf(places[next]!, rows.length, words)
    if (row === null || Math.abs(row.length - head.length) > 1 - least) break
    rows.push(row)
  }
  return rows.length > least ? rows : null
}

function wordsOf(place: Place, row: number, pattern: RegExp): GridCell[] | null {
  if (place.block?.cell || place.text.length > 200 || /[。;!?]/.test(place.text)) return null
  const words = [...place.text.matchAll(pattern)]
  if (words.length < 3 || words.some(([word]) => word.length > 40)) return null
  return words.map((word, column) => ({
    row,
    column,
    text: word[0].replace(/\s/g, ''),
    places: [place],
    span: spanOf(place, word.index, word.index + word[0].length),
  }))
}
