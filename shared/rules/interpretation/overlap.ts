/** A run of this many characters found in both texts counts as copied. */
const RUN = 13

/** How much of an interpretation stands word for word in its policy. */
export interface Overlap {
  /** Share of the characters that lie in runs of 13 or more found in the policy, in [0, 1]. */
  share: number
  /** What is left: the interpretation's own words. */
  own: string
}

/** Compares the two texts without white space and punctuation. Linear in their lengths. */
export function overlapOf(interpretation: string, policy: string): Overlap {
  const text = lettersOf(interpretation)
  const source = lettersOf(policy)
  const runs = new Set<string>()
  for (let index = 0; index + RUN <= source.length; index += 1) runs.add(source.slice(index, index + RUN))
  let copied = 0
  let own = ''
  let coveredTo = 0
  for (let index = 0; index < text.length; index += 1) {
    if (index + RUN <= text.length && runs.has(text.slice(index, index + RUN))) coveredTo = index + RUN
    if (index < coveredTo) copied += 1
    else own += text[index]
  }
  return { share: text.length === 0 ? 0 : copied / text.length, own }
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}
