import type { Block } from './block.ts'

/** Where a block was first read, and how far its source has moved since. */
interface Origin {
  core: Block
  by: number
}

const origins = new WeakMap<Block, Origin>()

/** The block as it was first read: the same object however often its source has moved. */
export function coreOf(block: Block): Block {
  return origins.get(block)?.core ?? block
}

/** How many source units the block has moved since it was first read. */
export function movedBy(block: Block): number {
  return origins.get(block)?.by ?? 0
}

/** The same block with its source `by` units further on (further back where negative). The block itself for 0. */
export function moveBlock(block: Block, by: number): Block {
  if (by === 0) return block
  const core = coreOf(block)
  const total = movedBy(block) + by
  if (total === 0) return core
  const { text, kind, cell, hidden } = core
  const moved: Block = {
    ...{ text, kind, cell, hidden },
    toSource: (offset) => core.toSource(offset) + total,
    toSourceEnd: (offset) => core.toSourceEnd(offset) + total,
  }
  origins.set(moved, { core, by: total })
  return moved
}
