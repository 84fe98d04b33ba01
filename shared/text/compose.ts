import { identity, type Normalised } from './normalised.ts'

/** A base with what combines with it: NFC never reaches across. Hangul jamo combine with each other. */
const CLUSTER = /[\u1100-\u11FF\uA960-\uA97C\uD7B0-\uD7FB]+|\P{M}\p{M}*|\p{M}+/gu

/** NFC with a map. Text that is NFC already, nearly all of it, is returned as it is. */
export function compose(text: string): Normalised {
  const form = text.normalize('NFC')
  if (form === text) return identity(text)
  const starts: number[] = []
  const ends: number[] = []
  let result = ''
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const composed = cluster.normalize('NFC')
    const changed = composed !== cluster
    for (let unit = 0; unit < composed.length; unit += 1) {
      starts.push(changed ? index : index + unit)
      ends.push(changed ? index + cluster.length : index + unit + 1)
    }
    result += composed
  }
  return {
    text: result,
    toOriginal: (offset) => (offset >= result.length ? text.length : starts[offset]!),
    toOriginalEnd: (offset) => (offset <= 0 ? 0 : ends[Math.min(offset, result.length) - 1]!),
  }
}
