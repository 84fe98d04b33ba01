/** Stands in until the matcher proper is merged: naive search. */
export type CompiledTerms = readonly string[]

export const compileTerms = (terms: readonly string[]): CompiledTerms => terms

export function scanTerms(
  terms: CompiledTerms,
  text: string,
  onHit: (start: number, end: number, index: number) => void,
): void {
  for (const [index, term] of terms.entries()) {
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) onHit(at, at + term.length, index)
  }
}
