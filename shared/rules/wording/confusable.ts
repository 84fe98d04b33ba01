import { HOMOPHONES, LOOK_ALIKES, NEAR_SOUNDS } from './homophones.ts'

const byCharacter = (groups: readonly string[]) => {
  const all = new Map<string, string>()
  for (const group of groups) for (const one of group) all.set(one, (all.get(one) ?? '') + group)
  return all
}

const homophones = byCharacter(HOMOPHONES)
const lookAlikes = byCharacter(LOOK_ALIKES)
const nearSounds = byCharacter(NEAR_SOUNDS.map((pair) => [...pair].map((one) => homophones.get(one) ?? one).join('')))

/** How one character is taken for another, as a finding says it. */
export type Likeness = '同音' | '近音' | '形近'

/** Every character that is taken for this one, and how; the strongest likeness where there are several. Never the character itself. */
export function confusablesOf(character: string): ReadonlyMap<string, Likeness> {
  const others = new Map<string, Likeness>()
  for (const [groups, likeness] of [
    [nearSounds, '近音'],
    [lookAlikes, '形近'],
    [homophones, '同音'],
  ] as const)
    for (const one of groups.get(character) ?? '') others.set(one, likeness)
  others.delete(character)
  return others
}

/** How `written` is taken for `right`, or null where nobody would. */
export function likenessOf(right: string, written: string): Likeness | null {
  if (homophones.get(right)?.includes(written)) return '同音'
  if (lookAlikes.get(right)?.includes(written)) return '形近'
  return nearSounds.get(right)?.includes(written) ? '近音' : null
}
