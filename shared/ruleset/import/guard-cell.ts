/** What a spreadsheet takes for the beginning of a formula, in half and full width, behind any apostrophes. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/
const GUARDED = /^'+[=+\-@\t\r＝＋－＠]/

/** A cell that no spreadsheet computes when the file is opened: an apostrophe in front of what begins like a formula. */
export function guardCell(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell
}

/** What `guardCell` was given. */
export function unguardCell(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell
}
