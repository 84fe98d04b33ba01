/**
 * A text and where each of its UTF-16 units came from in the source string.
 *
 * Kept as runs: a run with `unit` 0 copies the source unit by unit; a run with `unit` > 0 is one text unit made of that many
 * source units (an entity, a stretch of white space). Look-ups are O(log runs).
 */
export interface MappedText {
  readonly text: string
  /** Source offset at which the unit `offset` begins. `offset` in [0, text.length]; at the end, the end of the last unit. */
  toSource(offset: number): number
  /** Source offset at which the unit before `offset` ends. `[toSource(s), toSourceEnd(e))` is the source of `[s, e)`. */
  toSourceEnd(offset: number): number
}

export class MappedTextBuilder {
  #parts: string[] = []
  #length = 0
  #at: number[] = []
  #from: number[] = []
  #unit: number[] = []

  get length(): number {
    return this.#length
  }

  /** Copies `text`, which stands in the source at `from`, unit by unit. */
  copy(text: string, from: number): void {
    if (text === '') return
    const last = this.#at.length - 1
    const continues = last >= 0 && this.#unit[last] === 0 && this.#from[last]! + this.#length - this.#at[last]! === from
    if (!continues) this.#push(from, 0)
    this.#append(text)
  }

  /** Adds a text that stands for `units` source units at `from` as a whole. Each of its units maps to that whole. */
  replace(text: string, from: number, units: number): void {
    for (const unit of text.split('')) {
      this.#push(from, Math.max(1, units))
      this.#append(unit)
    }
  }

  /** Lets the last unit reach to `end` in the source: more white space that collapsed into it. */
  stretchLast(end: number): void {
    const last = this.#at.length - 1
    if (last >= 0 && this.#unit[last]! > 0) this.#unit[last] = Math.max(this.#unit[last]!, end - this.#from[last]!)
  }

  /** Drops the last unit, if there is one. */
  dropLast(): void {
    if (this.#length === 0) return
    this.#length -= 1
    if (this.#at[this.#at.length - 1] === this.#length) {
      this.#at.pop()
      this.#from.pop()
      this.#unit.pop()
    }
    const last = this.#parts.pop() ?? ''
    if (last.length > 1) this.#parts.push(last.slice(0, -1))
  }

  build(): MappedText {
    return mappedText(this.#parts.join(''), this.#at, this.#from, this.#unit)
  }

  #push(from: number, unit: number): void {
    this.#at.push(this.#length)
    this.#from.push(from)
    this.#unit.push(unit)
  }

  #append(text: string): void {
    this.#parts.push(text)
    this.#length += text.length
  }
}

function mappedText(text: string, at: readonly number[], from: readonly number[], unit: readonly number[]): MappedText {
  const runOf = (offset: number): number => {
    let low = 0
    let high = at.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (at[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
  const toSourceEnd = (offset: number): number => {
    if (at.length === 0) return 0
    const run = runOf(Math.max(0, offset - 1))
    return unit[run] === 0 ? from[run]! + offset - at[run]! : from[run]! + unit[run]!
  }
  const toSource = (offset: number): number => {
    if (at.length === 0) return 0
    if (offset >= text.length) return toSourceEnd(text.length)
    const run = runOf(offset)
    return unit[run] === 0 ? from[run]! + offset - at[run]! : from[run]!
  }
  return { text, toSource, toSourceEnd }
}

/** A text that is its own source from `from` on. */
export function identityText(text: string, from = 0): MappedText {
  return {
    text,
    toSource: (offset) => from + Math.min(offset, text.length),
    toSourceEnd: (offset) => from + Math.min(offset, text.length),
  }
}

/** A text that stands for the source `[start, end)` as a whole. */
export function wholeText(text: string, start: number, end: number): MappedText {
  return { text, toSource: () => start, toSourceEnd: () => end }
}

/** `outer` was made from `inner.text` (by normalising it, say): a map straight to the source of `inner`. */
export function chain(
  outer: { text: string; toOriginal(offset: number): number; toOriginalEnd(offset: number): number },
  inner: MappedText,
): MappedText {
  return {
    text: outer.text,
    toSource: (offset) => inner.toSource(outer.toOriginal(offset)),
    toSourceEnd: (offset) => inner.toSourceEnd(outer.toOriginalEnd(offset)),
  }
}
