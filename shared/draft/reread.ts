import type { Block, Canonical } from './block.ts'
import { readBlocks } from './blocks.ts'
import type { Draft } from './draft.ts'
import { readHtml, readsAlone } from './html-blocks.ts'
import { moveBlock } from './moved-block.ts'

type Body = Draft['body']

interface Read {
  body: Body
  site: string
  canonical: Canonical
}

/** A stretch of the old source, `[start, oldEnd)`, that became `[start, newEnd)` of the new one. */
interface Edit {
  start: number
  oldEnd: number
  newEnd: number
}

/**
 * Reads a body that is edited again and again. Answers what `readBlocks` answers; a block that the edit left alone keeps its core
 * (`coreOf`), so that what is known of it may be kept.
 */
export class BodyReader {
  #last: Read | null = null

  read(body: Body, site: string): Canonical {
    const last = this.#last
    const canonical =
      last === null || last.site !== site || last.body.format !== body.format
        ? readBlocks(body, site)
        : readAgain(last, body)
    this.#last = { body, site, canonical }
    return canonical
  }
}

function readAgain(last: Read, body: Body): Canonical {
  if (last.body.source === body.source) return last.canonical
  const edit = editBetween(last.body.source, body.source)
  const inText = body.format === 'html' ? readWithinText(last, body.source, edit) : null
  return inText ?? withKnownBlocks(last, body, readBlocks(body, last.site))
}

function editBetween(old: string, now: string): Edit {
  const shorter = Math.min(old.length, now.length)
  const start = longest(shorter, (from, to) => old.startsWith(now.slice(from, to), from))
  const tail = longest(shorter - start, (from, to) =>
    old.endsWith(now.slice(now.length - to, now.length - from), old.length - from),
  )
  return { start, oldEnd: old.length - tail, newEnd: now.length - tail }
}

/** The largest length up to `most` for which both are alike; `alike` compares `[from, to)`, so each character is compared about twice, natively. */
function longest(most: number, alike: (from: number, to: number) => boolean): number {
  let low = 0
  let high = most
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (alike(low, middle)) low = middle
    else high = middle - 1
  }
  return low
}

/** What could begin or end a tag or an entity. */
const MARKUP = /[<>&;]/
const LONGEST_ENTITY = 40

/** The common case, a few characters typed into one text of one block: only that block is read. Null for anything else. */
function readWithinText({ body, site, canonical }: Read, now: string, edit: Edit): Canonical | null {
  const old = body.source
  const { start, oldEnd, newEnd } = edit
  if (MARKUP.test(old.slice(start, oldEnd)) || MARKUP.test(now.slice(start, newEnd))) return null
  if (old.slice(Math.max(0, start - LONGEST_ENTITY), start).includes('&')) return null
  const before = (mark: string) => (start === 0 ? -1 : old.lastIndexOf(mark, start - 1))
  if (before('<') > before('>')) return null
  const from = before('>') + 1
  const next = old.indexOf('<', oldEnd)
  const to = next < 0 ? old.length : next
  const at = canonical.blocks.findIndex((block) => isBeside(block, edit))
  const block = canonical.blocks[at]
  if (block === undefined || !readsAlone(block)) return null
  const by = newEnd - oldEnd
  const blockFrom = Math.min(from, block.toSource(0))
  const blockTo = Math.max(to, block.toSourceEnd(block.text.length))
  const { blocks } = readHtml(now.slice(blockFrom, blockTo + by), site)
  if (blocks.length !== 1) return null
  const { kind, cell, hidden } = block
  const { text, toSource, toSourceEnd } = moveBlock(blocks[0]!, blockFrom)
  const read: Block = { text, toSource, toSourceEnd, kind, cell, hidden }
  const move = <T extends { start: number; end: number }>(one: T): T =>
    one.start < start || by === 0 ? one : { ...one, start: one.start + by, end: one.end + by }
  return {
    ...canonical,
    blocks: canonical.blocks.map((one, index) => (index < at ? one : index === at ? read : moveBlock(one, by))),
    references: canonical.references.map(move),
    asides: canonical.asides.map(move),
  }
}

/**
 * Whether a character of the block ends where the edit begins, or begins where it ends. Then text is edited, and no comment or attribute,
 * however many > stand in it.
 */
function isBeside(block: Block, { start, oldEnd }: Edit): boolean {
  const { length } = block.text
  if (block.toSource(0) > oldEnd || block.toSourceEnd(length) < start) return false
  const first = (from: number): number => {
    let low = 0
    let high = length
    while (low < high) {
      const middle = (low + high) >> 1
      if (block.toSource(middle) >= from) high = middle
      else low = middle + 1
    }
    return low
  }
  const after = first(oldEnd)
  if (after < length && block.toSource(after) === oldEnd) return true
  const before = first(start)
  return before > 0 && block.toSourceEnd(before) === start
}

/** The blocks just read, with those of the last reading in the place of their equals at the beginning and at the end. */
function withKnownBlocks(last: Read, body: Body, read: Canonical): Canonical {
  const olds = last.canonical.blocks
  const news = read.blocks
  const isSame = (old: Block, now: Block) => isSameBlock(old, last.body.source, now, body.source)
  const shorter = Math.min(olds.length, news.length)
  let head = 0
  while (head < shorter && isSame(olds[head]!, news[head]!)) head += 1
  let tail = 0
  while (tail < shorter - head && isSame(olds[olds.length - 1 - tail]!, news[news.length - 1 - tail]!)) tail += 1
  const known = (old: Block, now: Block) => moveBlock(old, now.toSource(0) - old.toSource(0))
  const blocks = news.map((now, index) => {
    if (index < head) return known(olds[index]!, now)
    const fromEnd = news.length - 1 - index
    return fromEnd < tail ? known(olds[olds.length - 1 - fromEnd]!, now) : now
  })
  return { ...read, blocks }
}

function isSameBlock(old: Block, oldSource: string, now: Block, source: string): boolean {
  if (old.text !== now.text || old.kind !== now.kind || old.hidden !== now.hidden) return false
  if (JSON.stringify(old.cell) !== JSON.stringify(now.cell) || readsAlone(old) !== readsAlone(now)) return false
  const written = (block: Block, from: string) => from.slice(block.toSource(0), block.toSourceEnd(block.text.length))
  return written(old, oldSource) === written(now, source)
}
