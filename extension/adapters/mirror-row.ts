export interface Stretch {
  start: number
  end: number
}

/** One line of a text, and what is marked in it, in its own offsets: in order, apart, none empty. */
export interface Line {
  text: string
  boxes: readonly Stretch[]
}

/**
 * One line of a copy, in the page. Nothing of it is ever removed, only written over or hidden: a node that leaves the document, wherever it stood,
 * ends Chromium's run of typing, and the person's next undo would take back less than without us.
 */
export class MirrorRow {
  readonly element: HTMLElement
  /** What is written, as one string; null in a row that is hidden. */
  key: string | null = null
  /** Text before each box, the box's text, and so on; more than are in use are empty. */
  private readonly pieces: Text[] = []

  constructor(document: Document) {
    this.element = document.createElement('div')
    this.element.className = 'row'
  }

  write(line: Line): void {
    const { text, boxes } = line
    const parts: string[] = []
    let at = 0
    for (const { start, end } of boxes) {
      parts.push(text.slice(at, start), text.slice(start, end))
      at = end
    }
    parts.push(text.slice(at))
    while (this.pieces.length < parts.length) this.grow()
    for (const [index, piece] of this.pieces.entries()) {
      const part = parts[index] ?? ''
      if (piece.data !== part) piece.data = part
    }
    this.key = keyOf(line)
    this.element.hidden = false
  }

  hide(): void {
    this.key = null
    this.element.hidden = true
  }

  private grow(): void {
    const { ownerDocument } = this.element
    const piece = ownerDocument.createTextNode('')
    if (this.pieces.length % 2 === 0) this.element.append(piece)
    else {
      const box = ownerDocument.createElement('span')
      box.className = 'box'
      box.append(piece)
      this.element.append(box)
    }
    this.pieces.push(piece)
  }
}

export function keyOf({ text, boxes }: Line): string {
  return boxes.length === 0 ? text : `${boxes.map(({ start, end }) => `${start}-${end}`).join()}\n${text}`
}

/** The lines of a text with what is marked in each. */
export function linesOf(value: string, spans: readonly Stretch[]): Line[] {
  const marks = joined(spans, value.length)
  const lines: Line[] = []
  let first = 0
  let from = 0
  for (const text of value.split('\n')) {
    const until = from + text.length
    while (first < marks.length && marks[first]!.end <= from) first++
    const boxes: Stretch[] = []
    for (let at = first; at < marks.length && marks[at]!.start < until; at++) {
      const box = { start: Math.max(from, marks[at]!.start) - from, end: Math.min(until, marks[at]!.end) - from }
      if (box.end > box.start) boxes.push(box)
    }
    lines.push({ text, boxes })
    from = until + 1
  }
  return lines
}

/** The lines of `before` from `from` to `until` give way to the lines of `now` from `from` to `end`; the others are the same. */
export function differing(
  before: readonly string[],
  now: readonly string[],
): { from: number; until: number; end: number } {
  const shorter = Math.min(before.length, now.length)
  let from = 0
  while (from < shorter && before[from] === now[from]) from++
  let same = 0
  while (same < shorter - from && before[before.length - 1 - same] === now[now.length - 1 - same]) same++
  return { from, until: before.length - same, end: now.length - same }
}

/** The spans in order, inside the text, overlapping ones as one. */
function joined(spans: readonly Stretch[], length: number): Stretch[] {
  const out: Stretch[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = out.at(-1)
    const until = Math.min(end, length)
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, until)
    else if (start < until) out.push({ start, end: until })
  }
  return out
}
