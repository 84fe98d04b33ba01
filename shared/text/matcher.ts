import { FoldBuffer } from './fold-buffer.ts'
import type { Level } from './level-form.ts'
import { chooseAnchors } from './matcher/anchors.ts'
import { buildTables } from './matcher/build.ts'
import { type CompiledTerms, MOST_TERMS } from './matcher/layout.ts'
import { poolOf } from './matcher/pool.ts'
import { Hits, scanText } from './matcher/scan.ts'

export { loadTerms, serialiseTerms } from './matcher/tables.ts'
export { decodeTerms, encodeTerms, type ReceivedTerms } from './matcher/wire.ts'
export { type CompiledTerms, MOST_TERMS }

/**
 * Makes a matcher of a list; `level` (default `plain`) is how terms and texts are normalised before they are compared.
 * Equal terms are all found, each by its own index. Terms that can never be found are named in `leftOut`: blank, of one character,
 * over 255 UTF-16 units, with 。 or a line end inside. Throws a RangeError over `MOST_TERMS`. About 0.3 µs a term.
 */
export function compileTerms(terms: readonly string[], options: { level?: Level } = {}): CompiledTerms {
  if (terms.length > MOST_TERMS)
    throw new RangeError(`词表有 ${terms.length} 条，超过上限 ${MOST_TERMS} 条。请拆成几个词表，或删去不再使用的词。`)
  const level = options.level ?? 'plain'
  const pool = poolOf(terms, level)
  return buildTables(pool, chooseAnchors(pool), level)
}

const buffer = new FoldBuffer()
/** Taken while a scan is under way: `onHit` may scan again. */
let spare: Hits | null = new Hits()

/**
 * Calls `onHit` for every occurrence of every term, overlapping ones too: `[start, end)` in UTF-16 units of `text` as given, and the
 * place of the term in the compiled list. The order is fixed by the list and the text, but not promised. `onHit` may scan again. A long text
 * is read a third faster `inOnePiece`.
 */
export function scanTerms(
  terms: CompiledTerms,
  text: string,
  onHit: (start: number, end: number, termIndex: number) => void,
): void {
  const hits = spare ?? new Hits()
  spare = null
  hits.length = 0
  const pieces = scanText(terms, text, buffer, hits)
  const { triples, length } = hits
  if (pieces.isEmpty) for (let at = 0; at < length; at += 3) onHit(triples[at]!, triples[at + 1]!, triples[at + 2]!)
  else
    for (let at = 0; at < length; at += 3)
      onHit(pieces.toOriginal(triples[at]!), pieces.toOriginalEnd(triples[at + 1]!), triples[at + 2]!)
  spare = hits
}
