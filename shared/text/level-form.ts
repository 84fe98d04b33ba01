import { compose } from './compose.ts'
import { fold } from './fold.ts'
import { loosen } from './loose.ts'
import { after, mapCharacters, type Normalised } from './normalised.ts'

/** How far two ways of writing count as one. `exact`: NFC. `plain`: also width, case, script variants, invisible characters. `loose`: also what is put between, repeated or swapped to escape a list. */
export type Level = 'exact' | 'plain' | 'loose'

/** What `normalise` means, said step by step and character by character. `normalise` itself takes tables wherever they say the same. */
export function levelForm(text: string, level: Level): Normalised {
  const composed = compose(text)
  if (level === 'exact') return composed
  const folded = after(composed, mapCharacters(composed.text, fold))
  // A folded letter may combine with the mark behind it.
  const plain = after(folded, compose(folded.text))
  return level === 'plain' ? plain : after(plain, loosen(plain.text))
}
