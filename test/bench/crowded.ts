import { inOnePiece } from '../../shared/text/one-piece.ts'
import type { Bar } from './bar.ts'
import { doubleArray, ours } from './contestants.ts'
import { crowdedLists, distinct } from './lists.ts'
import { prose } from './prose.ts'
import { seeded, whole } from './random.ts'
import { race } from './speed.ts'

/** ENGINE.md §3: lists without a rare pair, in a text that is full of their beginnings and of near misses. */
export function raceCrowded(bar: Bar): void {
  for (const [index, { name, term }] of crowdedLists.entries()) {
    const random = seeded(1000 + index)
    const terms = distinct(10_000, () => term(random))
    const near = Array.from({ length: 200 }, () => {
      const one = random() < 0.2 ? terms[whole(random, 0, terms.length - 1)]! : term(random)
      return one.slice(0, whole(random, 2, one.length))
    })
    const text = prose(100_000, random, near, 60)
    const speeds = race(`crowded, ${name}`, [ours, doubleArray], terms, [text])
    bar.atLeast(`beside a double-array trie, ${name}`, speeds.get(ours.name)! / speeds.get(doubleArray.name)!, 0.3)
    const dense = inOnePiece(near.join('').repeat(20))
    const densely = race(`nothing but ${name}`, [ours, doubleArray], terms, [dense])
    bar.atLeast(
      `beside a double-array trie, nothing but ${name}`,
      densely.get(ours.name)! / densely.get(doubleArray.name)!,
      0.3,
    )
  }
}
