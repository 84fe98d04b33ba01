/** A text in its normalised form, and the way back. Offsets are UTF-16 units; both functions are monotonic. */
export interface Normalised {
  text: string
  /** Offset in the original at which the character that produced `text[offset]` begins; at the end, the end of the original. */
  toOriginal(offset: number): number
  /** End in the original of the slice that ends at `offset`: `[toOriginal(s), toOriginalEnd(e))` is the original of `[s, e)`. */
  toOriginalEnd(offset: number): number
}

/** `second` was made from `first.text`. */
export function after(first: Normalised, second: Normalised): Normalised {
  if (second.text === first.text) return first
  return {
    text: second.text,
    toOriginal: (offset) => first.toOriginal(second.toOriginal(offset)),
    toOriginalEnd: (offset) => first.toOriginalEnd(second.toOriginalEnd(offset)),
  }
}

export function identity(text: string): Normalised {
  const bound = (offset: number) => Math.min(offset, text.length)
  return { text, toOriginal: bound, toOriginalEnd: bound }
}

/** Replaces characters one by one; `change` is asked once for each code point or lone surrogate. */
export function mapCharacters(text: string, change: (character: string) => string): Normalised {
  let at = firstChanged(text, change)
  if (at === text.length) return identity(text)
  const pieces: string[] = [text.slice(0, at)]
  // For each unit of the result, where its character began and ended; made only once something changed.
  const starts: number[] = []
  const ends: number[] = []
  const prefix = at
  while (at < text.length) {
    const character = characterAt(text, at)
    const form = change(character)
    pieces.push(form)
    for (let unit = 0; unit < form.length; unit += 1) {
      starts.push(form.length === character.length ? at + unit : at)
      ends.push(form.length === character.length ? at + unit + 1 : at + character.length)
    }
    at += character.length
  }
  const length = prefix + starts.length
  return {
    text: pieces.join(''),
    toOriginal: (offset) => (offset < prefix ? offset : offset >= length ? text.length : starts[offset - prefix]!),
    toOriginalEnd: (offset) => (offset <= prefix ? offset : ends[Math.min(offset, length) - prefix - 1]!),
  }
}

function firstChanged(text: string, change: (character: string) => string): number {
  for (let at = 0; at < text.length; ) {
    const character = characterAt(text, at)
    if (change(character) !== character) return at
    at += character.length
  }
  return text.length
}

function characterAt(text: string, at: number): string {
  const unit = text.charCodeAt(at)
  if (unit < 0xd800 || unit > 0xdbff || at + 1 === text.length) return text[at]!
  const next = text.charCodeAt(at + 1)
  return next >= 0xdc00 && next <= 0xdfff ? text.slice(at, at + 2) : text[at]!
}
