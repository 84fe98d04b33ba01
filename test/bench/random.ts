/** Seeded, so that every run and machine measures the same lists and texts (mulberry32). */
export type Random = () => number

export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function whole(random: Random, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1))
}

/** Draws by weight. */
export function drawer<T>(items: readonly (readonly [T, number])[], random: Random): () => T {
  const sums = new Float64Array(items.length)
  let sum = 0
  for (const [index, [, weight]] of items.entries()) {
    sum += weight
    sums[index] = sum
  }
  return () => {
    const mark = random() * sum
    let low = 0
    let high = sums.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (sums[middle]! < mark) low = middle + 1
      else high = middle
    }
    return items[low]![0]
  }
}
