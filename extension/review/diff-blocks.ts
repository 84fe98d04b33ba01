import { diffArrays, diffChars } from 'diff'
import type { ReviewBlock } from '../messages/review.ts'

export interface DiffBlock {
  kind: 'same' | 'added' | 'removed' | 'edited'
  words: { kind: 'same' | 'added' | 'removed'; text: string }[]
}

/**
 * Two versions block by block. A removed block that is followed by an added one is one edited block, shown character by character. Joining `same`
 * and `added` gives the new text, `same` and `removed` the old.
 */
export function diffBlocks(before: readonly ReviewBlock[], after: readonly ReviewBlock[]): DiffBlock[] {
  const out: DiffBlock[] = []
  let removed: string[] = []
  const flush = (): void => {
    for (const text of removed) out.push({ kind: 'removed', words: [{ kind: 'removed', text }] })
    removed = []
  }
  for (const part of diffArrays(
    before.map(({ text }) => text),
    after.map(({ text }) => text),
  )) {
    if (part.removed) {
      flush()
      removed = [...part.value]
      continue
    }
    for (const text of part.value) {
      const old = part.added ? removed.shift() : undefined
      if (old !== undefined) out.push({ kind: 'edited', words: charactersOf(old, text) })
      else {
        if (!part.added) flush()
        const kind = part.added ? 'added' : 'same'
        out.push({ kind, words: [{ kind, text }] })
      }
    }
  }
  flush()
  return out
}

function charactersOf(before: string, after: string): DiffBlock['words'] {
  return diffChars(before, after).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}
