import { type Column, columns } from './properties/property.ts'
import type { Cell, Row } from './suite.ts'

/** How wide a terminal draws it: a Chinese character takes two places. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, char) => sum + (/[\u1100-\uffe6]/.test(char) ? 2 : 1), 0)

const wordOf = (cell: Cell | undefined): string => (cell == null ? '—' : 'failed' in cell ? '不符' : cell.held)

/** The table of editor × property, one line an editor. */
export function tableOf(rows: ReadonlyMap<string, Row>): string {
  const names = Object.keys(columns) as Column[]
  const head = ['编辑器', ...names.map((name) => columns[name])]
  const lines = [head, ...Array.from(rows, ([editor, row]) => [editor, ...names.map((name) => wordOf(row[name]))])]
  const widths = head.map((_, at) => Math.max(...lines.map((line) => widthOf(line[at] ?? ''))))
  return lines
    .map((line) =>
      line
        .map((text, at) => text + ' '.repeat((widths[at] ?? 0) - widthOf(text)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
