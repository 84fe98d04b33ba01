import { expectedRate } from '../text/frequency.ts'
import { normalise } from '../text/normalise.ts'

/** A term may be expected at most once in so many characters of official prose. */
export const RAREST_HIT = 10_000
/** The figure of the frequency table is rough; only what is over the bound by this factor is refused. */
const MARGIN = 4

/** Why a term is not accepted; null where it is. `form`: the term in the plain form, where it is known. */
export function termFault(term: string, form: string = normalise(term, 'plain').text.trim()): string | null {
  if ([...form].length < 2) return `“${term}”只有一个字，会到处命中，请写成词语`
  const rate = expectedRate(form)
  if (rate <= MARGIN / RAREST_HIT) return null
  const hits = (rate * RAREST_HIT).toFixed(rate * RAREST_HIT < 10 ? 1 : 0)
  return `“${term}”太常见，预计每万字命中 ${hits} 次，上限 1 次，请写得更具体或加上条件`
}
