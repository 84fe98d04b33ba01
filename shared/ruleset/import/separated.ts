/** Joins words by a sign; a sign or backslash inside a word gets a backslash. */
export function joinSeparated(words: readonly string[], sign: string): string {
  return words.map((word) => word.replaceAll('\\', '\\\\').replaceAll(sign, `\\${sign}`)).join(sign)
}

/** What `joinSeparated` was given. An empty text is no word. */
export function splitSeparated(text: string, sign: string): string[] {
  if (text === '') return []
  const words: string[] = []
  let word = ''
  for (let at = 0; at < text.length; at += 1) {
    const next = text[at + 1]
    if (text[at] === '\\' && (next === '\\' || next === sign)) {
      word += next
      at += 1
    } else if (text[at] === sign) {
      words.push(word)
      word = ''
    } else word += text[at]
  }
  words.push(word)
  return words
}
