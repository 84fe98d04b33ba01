/**
 * Edits (insert, delete, replace, swap of neighbours) that turn `a` into `b`, or `limit + 1` where it takes more. O(limit × length).
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1]
      const replace = last[column - 1]! + (same ? 0 : 1)
      let best = Math.min(replace, last[column]! + 1, now[column - 1]! + 1)
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (isSwap) best = Math.min(best, before[column - 2]! + 1)
      now.push(best)
    }
    if (Math.min(...now) > limit) return limit + 1
    before = last
    last = now
  }
  return last[b.length]!
}

/** The name nearest to `text` within `limit` edits; the first of several. Null where there is none. */
export function nearestName(text: string, names: readonly string[], limit: number): string | null {
  let best: string | null = null
  let bound = limit
  for (const name of names) {
    const distance = editDistance(text, name, bound)
    if (distance > bound || (best !== null && distance === bound)) continue
    best = name
    bound = distance
  }
  return best
}
