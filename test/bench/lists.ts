import { expectedRate } from '../../shared/text/frequency.ts'
import { characters, words } from './prose.ts'
import { type Random, whole } from './random.ts'

/** A list whose terms stand in honest prose by chance more often than this, all together, would drown an editor in alarms. */
const RARE = 1e-8

/**
 * `count` different terms of 2 to 7 characters, as a bureau's list has them: wordings of everyday words, and names of rarer characters;
 * each rare enough for a list to be of use.
 */
export function ordinaryTerms(count: number, random: Random): string[] {
  const rare = characters(random, 0.7)
  const word = words(random)
  const make = () => {
    if (random() < 0.4) return Array.from({ length: whole(random, 2, 4) }, rare).join('')
    return word() + word() + (random() < 0.3 ? rare() : random() < 0.2 ? word() : '')
  }
  return distinct(count, () => {
    for (;;) {
      const term = make()
      if (expectedRate(term) < RARE) return term
    }
  })
}

/** Lists without rare pairs, and a text that is full of what they begin with. */
export const crowdedLists: readonly { name: string; term: (random: Random) => string }[] = [
  { name: 'phone numbers', term: (random) => `13${digits(random, 9)}` },
  { name: 'document numbers', term: (random) => `泉教办〔20${digits(random, 2)}〕${whole(random, 1, 999)}号` },
  {
    name: 'a shared prefix',
    term: (random) => `泉州市教育局关于印发${Array.from({ length: 3 }, characters(random, 0.7)).join('')}的通知`,
  },
  { name: 'identity numbers', term: (random) => `3505${digits(random, 14)}` },
  { name: 'two letters', term: (random) => Array.from({ length: 16 }, () => (random() < 0.5 ? '甲' : '乙')).join('') },
]

export function distinct(count: number, make: () => string): string[] {
  const terms = new Set<string>()
  while (terms.size < count) terms.add(make())
  return [...terms]
}

function digits(random: Random, length: number): string {
  return Array.from({ length }, () => whole(random, 0, 9)).join('')
}
