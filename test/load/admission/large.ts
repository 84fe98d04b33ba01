/** As many terms as a list takes. */
export const LARGEST = 200_000
/** What makes the terms unlike any word of a draft; base 36 of the number keeps each under eight characters. */
const wordOf = (at: number): string => `错${at.toString(36)}词`

/** The terms of the largest list, in order. */
export function largestWords(count: number = LARGEST): string[] {
  return Array.from({ length: count }, (_, at) => wordOf(at))
}

/** The same as a file that a person would have: a header, duplicates, blank lines, single characters and words of every text among them. */
export function largestFile(): { text: string; leftOut: number; blank: number } {
  const lines = ['错误写法,改为']
  let [leftOut, blank] = [0, 0]
  for (const [at, word] of largestWords().entries()) {
    lines.push(at % 3 === 0 ? `${word},对${at.toString(36)}词` : word)
    if (at % 1000 === 500) {
      lines.push(word, '的', '工作', '')
      leftOut += 3
      blank += 1
    }
  }
  return { text: `${lines.join('\r\n')}\r\n`, leftOut, blank }
}
