import { normalise } from '../text/normalise.ts'
import type { Block, BlockKind } from './block.ts'
import { chain, type MappedText, MappedTextBuilder } from './source-map.ts'
import type { Cell } from './table-grid.ts'

// JavaScript's \s holds U+FEFF, which is no space but a zero-width character and must stay visible to the rules.
const SPACES = /[^\S\uFEFF]+/g

/** Gathers text into canonical blocks: collapses white space, drops empty blocks, composes to NFC. */
export class BlockCollector {
  readonly blocks: Block[] = []
  #builder = new MappedTextBuilder()
  #endsInSpace = true

  /** Adds text that stands in the source at `from`, either as it is (`units` null) or as a whole for `units` source units. */
  add(text: string, from: number, units: number | null): void {
    let position = 0
    for (const match of text.matchAll(SPACES)) {
      this.#addWord(text.slice(position, match.index), from, position, units)
      this.#addSpace(from, match.index, match[0].length, units)
      position = match.index + match[0].length
    }
    this.#addWord(text.slice(position), from, position, units)
  }

  /** Ends the block and answers it; null where it has no text. */
  close(kind: BlockKind, cell: Cell | null, hidden: boolean): Block | null {
    if (this.#endsInSpace) this.#builder.dropLast()
    const block = this.#builder.length > 0 ? { ...composed(this.#builder.build()), kind, cell, hidden } : null
    if (block !== null) this.blocks.push(block)
    this.#builder = new MappedTextBuilder()
    this.#endsInSpace = true
    return block
  }

  #addWord(word: string, from: number, offset: number, units: number | null): void {
    if (word === '') return
    if (units === null) this.#builder.copy(word, from + offset)
    else this.#builder.replace(word, from, units)
    this.#endsInSpace = false
  }

  #addSpace(from: number, offset: number, length: number, units: number | null): void {
    const start = units === null ? from + offset : from
    const end = units === null ? start + length : from + units
    if (!this.#endsInSpace) this.#builder.replace(' ', start, end - start)
    else this.#builder.stretchLast(end)
    this.#endsInSpace = true
  }
}

function composed(text: MappedText): MappedText {
  const form = normalise(text.text, 'exact')
  return form.text === text.text ? text : chain(form, text)
}
