import { CHARACTERS, PAIRS } from '../../shared/text/frequency-table.ts'
import { inOnePiece } from '../../shared/text/one-piece.ts'
import { drawer, type Random, whole } from './random.ts'

const HAN = /^\p{Script=Han}+$/u

/** Characters as often as in official prose; `flatness` below 1 raises the rare ones, as in names and lists. */
export function characters(random: Random, flatness = 1): () => string {
  const weighted = CHARACTERS.flatMap(([power, all]) =>
    [...all].filter((one) => HAN.test(one)).map((one): [string, number] => [one, 2 ** (-power * flatness)]),
  )
  return drawer(weighted, random)
}

/** Words of two characters, as often as in official prose. */
export function words(random: Random): () => string {
  const weighted = PAIRS.flatMap(([power, groups]) =>
    groups
      .split(' ')
      .flatMap((group) => [...group.slice(1)].map((second): [string, number] => [group[0]! + second, 2 ** -power])),
  ).filter(([pair]) => HAN.test(pair))
  return drawer(weighted, random)
}

/**
 * Text of `length` units that reads, to a matcher, like an official document: words, clauses, figures, a planted term here and there.
 * In one piece, as the product gives its texts to a matcher; all contestants read the same.
 */
export function prose(length: number, random: Random, planted: readonly string[] = [], every = 500): string {
  const word = words(random)
  const single = characters(random)
  const pieces: string[] = []
  let made = 0
  let next = every
  const push = (piece: string) => {
    pieces.push(piece)
    made += piece.length
  }
  while (made < length) {
    for (let left = whole(random, 3, 9); left > 0; left -= 1) push(random() < 0.75 ? word() : single())
    if (random() < 0.06) push(`${whole(random, 1, 2030)}`)
    push(random() < 0.7 ? '，' : random() < 0.8 ? '。' : '\n')
    if (planted.length > 0 && made > next) {
      push(planted[whole(random, 0, planted.length - 1)]!)
      next += every
    }
  }
  return inOnePiece(pieces.join('').slice(0, length))
}
