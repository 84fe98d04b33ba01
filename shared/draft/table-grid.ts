/** Where a table cell stands. Columns count what `colspan` and `rowspan` cover, so that a column means what a reader sees. */
export interface Cell {
  /** Number of the table in the document, in order of its opening. */
  table: number
  row: number
  column: number
  header: boolean
}

/** A hostile span must not cost memory; HTML itself caps colspan at 1,000. */
const MAX_SPAN = 1000

/** Follows the rows and cells of one table as they open. */
export class TableGrid {
  readonly #table: number
  #row = -1
  #column = 0
  /** For each column, the first row that is free again. */
  #freeFrom: number[] = []

  constructor(table: number) {
    this.#table = table
  }

  openRow(): void {
    this.#row += 1
    this.#column = 0
  }

  openCell(attributes: Readonly<Record<string, string>>, header: boolean): Cell {
    if (this.#row < 0) this.openRow()
    while ((this.#freeFrom[this.#column] ?? 0) > this.#row) this.#column += 1
    const cell: Cell = { table: this.#table, row: this.#row, column: this.#column, header }
    const columns = spanOf(attributes.colspan)
    const rows = spanOf(attributes.rowspan)
    for (let column = this.#column; column < this.#column + columns; column += 1)
      this.#freeFrom[column] = this.#row + rows
    this.#column += columns
    return cell
  }
}

function spanOf(value: string | undefined): number {
  const span = Number.parseInt(value ?? '1', 10)
  return span >= 1 ? Math.min(span, MAX_SPAN) : 1
}
