import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import type { Block, Canonical } from './block.ts'
import { contentForm } from './content-hash.ts'
import type { Draft } from './draft.ts'
import { coreOf } from './moved-block.ts'

type Hash = ReturnType<typeof sha256.create>

/** One state is kept for so many blocks: copying it costs what hashing one short block costs. */
const STEP = 8

/**
 * The content hash of a draft that is edited again and again: what `contentHash` answers, with the work done only from the first block that
 * changed. In the RFC 8785 form `attachments` stand before `blocks`, and everything else behind them.
 */
export class ContentHasher {
  #head = ''
  #cores: Block[] = []
  /** The state before block `index * STEP`. */
  #states: Hash[] = []
  readonly #bytes = new WeakMap<Block, Uint8Array>()

  hash(draft: Draft, canonical: Canonical): string {
    const { attachments, ...rest } = contentForm(draft, { ...canonical, blocks: [] })
    const head = `{"attachments":${canonicalize(attachments)},"blocks":[`
    const cores = canonical.blocks.map(coreOf)
    const known = head === this.#head ? this.#sameCores(cores) : 0
    const kept = Math.min(Math.floor(known / STEP) + 1, this.#states.length)
    this.#states =
      head === this.#head && kept > 0 ? this.#states.slice(0, kept) : [sha256.create().update(utf8ToBytes(head))]
    const from = (this.#states.length - 1) * STEP
    const state = this.#states.at(-1)!.clone()
    for (let index = from; index < cores.length; index += 1) {
      if (index > from && index % STEP === 0) this.#states.push(state.clone())
      state.update(this.#bytesOf(cores[index]!, index === 0))
    }
    this.#head = head
    this.#cores = cores
    const { blocks: _, ...tail } = rest
    return bytesToHex(state.update(utf8ToBytes(`],${(canonicalize(tail) ?? '').slice(1)}`)).digest())
  }

  #sameCores(cores: readonly Block[]): number {
    let same = 0
    while (same < cores.length && cores[same] === this.#cores[same]) same += 1
    return same
  }

  #bytesOf(core: Block, isFirst: boolean): Uint8Array {
    const ready = this.#bytes.get(core)
    if (ready !== undefined) return isFirst ? ready.subarray(1) : ready
    const { kind, text } = core
    const made = utf8ToBytes(`,${canonicalize({ kind, text: text.toWellFormed() })}`)
    this.#bytes.set(core, made)
    return isFirst ? made.subarray(1) : made
  }
}
