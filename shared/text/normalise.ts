import { compose } from './compose.ts'
import { fold } from './fold.ts'
import { loosen } from './loose.ts'
import { after, mapCharacters, type Normalised } from './normalised.ts'

export type { Normalised }

/** How far two ways of writing count as one. `exact`: NFC. `plain`: also width, case, script variants, invisible characters. `loose`: also what is put between, repeated or swapped to escape a list. */
export type Level = 'exact' | 'plain' | 'loose'

/** One text in one level. Linear; a text that is normal already is returned as it is, with no map made. */
export function normalise(text: string, level: Level): Normalised {
  const composed = compose(text)
  if (level === 'exact') return composed
  const folded = after(composed, mapCharacters(composed.text, fold))
  // A folded letter may combine with the mark behind it.
  const plain = after(folded, compose(folded.text))
  return level === 'plain' ? plain : after(plain, loosen(plain.text))
}
