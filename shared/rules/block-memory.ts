import type { Block } from '../draft/block.ts'
import { coreOf, movedBy } from '../draft/moved-block.ts'
import type { Hit, NotJudged, Rule } from './rule.ts'
import { blocksView, type TextView } from './text-view.ts'

type Ask = (body: TextView) => Iterable<Hit | NotJudged>

/** What local rules said of blocks. Kept by the block's core, in source offsets of that core, so that it moves with the block. */
export class BlockMemory {
  #blocks: readonly Block[] = []
  #fresh: readonly Block[] = []
  #freshBody = blocksView('body', [])
  #asked = new WeakSet<Block>()
  #rest: string | null = null
  #ofRest = new Map<Rule, readonly (Hit | NotJudged)[]>()
  /** Rules that were asked at the last check, and those asked at this one. */
  #before = new Set<Rule>()
  #now = new Set<Rule>()
  /** Only rules that ever said something. */
  readonly #hits = new Map<Rule, WeakMap<Block, Hit[]>>()
  /** True after a rule threw or could not judge: what is kept here is then not all there is to say. */
  isUnsure = false

  /** Begins a check of a draft with these blocks, in the order of their source, and this besides (`null`: not to be compared). */
  open(blocks: readonly Block[], rest: string | null): void {
    if (rest === null || rest !== this.#rest) this.#ofRest = new Map()
    this.#rest = rest
    for (const block of this.#fresh) this.#asked.add(coreOf(block))
    this.#blocks = blocks
    this.#fresh = blocks.filter((block) => !this.#asked.has(coreOf(block)))
    this.#freshBody = blocksView('body', this.#fresh)
    this.#before = this.#now
    this.#now = new Set()
  }

  /** What the rule says of everything besides the blocks. */
  recallRest(rule: Rule, ask: () => Iterable<Hit | NotJudged>): readonly (Hit | NotJudged)[] {
    const said = this.#ofRest.get(rule) ?? [...ask()]
    this.#ofRest.set(rule, said)
    return said
  }

  /** Everything that the rule says of the blocks; `ask` is called with a view of those that it was not asked about before. */
  *recall(rule: Rule, ask: Ask): Generator<Hit | NotJudged> {
    this.#now.add(rule)
    if (!this.#before.has(rule)) yield* this.#learn(rule, this.#blocks, ask(blocksView('body', this.#blocks)))
    else if (this.#fresh.length > 0) yield* this.#learn(rule, this.#fresh, ask(this.#freshBody))
    const hits = this.#hits.get(rule)
    if (hits === undefined) return
    for (const block of this.#blocks) for (const hit of hits.get(coreOf(block)) ?? []) yield moved(hit, movedBy(block))
  }

  /** Keeps the hits; hands on what could not be judged. */
  *#learn(rule: Rule, blocks: readonly Block[], said: Iterable<Hit | NotJudged>): Generator<NotJudged> {
    const hits = new Map<Block, Hit[]>()
    const wasUnsure = this.isUnsure
    this.isUnsure = true
    let unread = false
    for (const outcome of said) {
      if ('unread' in outcome) {
        unread = true
        yield outcome
        continue
      }
      const block = blockAt(blocks, outcome.start)
      hits.set(coreOf(block), [...(hits.get(coreOf(block)) ?? []), moved(outcome, -movedBy(block))])
    }
    this.isUnsure = wasUnsure || unread
    const known = this.#hits.get(rule) ?? new WeakMap<Block, Hit[]>()
    for (const [core, found] of hits) known.set(core, found)
    if (hits.size > 0) this.#hits.set(rule, known)
  }
}

function moved(hit: Hit, by: number): Hit {
  return by === 0 ? hit : { ...hit, start: hit.start + by, end: hit.end + by }
}

/** The last block that begins at or before `start`: a local rule's hits lie in the blocks it was asked about. */
function blockAt(blocks: readonly Block[], start: number): Block {
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (blocks[middle]!.toSource(0) <= start) low = middle
    else high = middle - 1
  }
  return blocks[low]!
}
