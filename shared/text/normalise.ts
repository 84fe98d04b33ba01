import { compose } from './compose.ts'
import { FoldBuffer } from './fold-buffer.ts'
import type { Level } from './level-form.ts'
import { loosen } from './loose.ts'
import { after, identity, type Normalised } from './normalised.ts'

export type { Level, Normalised }

const buffer = new FoldBuffer()

/** One text in one level. Linear; a text that is normal already is returned as it is, with no map made. */
export function normalise(text: string, level: Level): Normalised {
  if (level === 'exact') return compose(text)
  const pieces = buffer.fill(text, 'plain')
  const form = buffer.text()
  const plain: Normalised = form === text ? identity(text) : pieces.mapOf(form, text.length)
  return level === 'plain' ? plain : after(plain, loosen(plain.text))
}
