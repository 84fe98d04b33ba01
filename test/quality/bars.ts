import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type CorpusFigures, falseRates } from './corpus.ts'
import type { KindRecall } from './recall.ts'

/** ENGINE.md §7. */
export const BAR = { falseHard: 0.02, falseAdvise: 0.3, recall: { block: 0.99, review: 0.97, advise: 0.9 } } as const

/** Figures of an earlier run. They may only get better. */
export interface Regression {
  corpus: { documents: number; falseHard: number; falseAdvise: number } | null
  /** By number of the check. */
  recall: Record<string, number>
}

export const REGRESSION_FILE = fileURLToPath(new URL('regression.json', import.meta.url))

export function readRegression(): Regression {
  return JSON.parse(readFileSync(REGRESSION_FILE, 'utf8')) as Regression
}

export function regressionOf(corpus: CorpusFigures | null, recall: readonly KindRecall[]): Regression {
  const rates = corpus === null ? null : falseRates(corpus)
  return {
    corpus:
      corpus === null || rates === null
        ? null
        : { documents: corpus.documents, falseHard: round(rates.hard), falseAdvise: round(rates.advise) },
    recall: Object.fromEntries(recall.map((one) => [String(one.kind.check), round(rateOf(one))])),
  }
}

export function rateOf({ planted, found }: KindRecall): number {
  return planted === 0 ? 1 : found / planted
}

/** To four places, downwards for recall and for false rates alike: a figure written is a figure reached. */
function round(rate: number): number {
  return Math.floor(rate * 10_000) / 10_000
}

/** What is short of the bar or worse than the regression file, one sentence each. */
export function shortcomings(now: Regression, before: Regression, recall: readonly KindRecall[]): string[] {
  const short: string[] = []
  for (const one of recall) {
    const { check, name, severity } = one.kind
    const rate = rateOf(one)
    if (rate < BAR.recall[severity])
      short.push(`check ${check} ${name}: recall ${rate.toFixed(4)} < ${BAR.recall[severity]} (${severity})`)
    const earlier = before.recall[String(check)] ?? 0
    if (round(rate) < earlier) short.push(`check ${check} ${name}: recall ${rate.toFixed(4)}, was ${earlier}`)
  }
  if (now.corpus === null) return short
  const { falseHard, falseAdvise, documents } = now.corpus
  if (falseHard > BAR.falseHard) short.push(`block+review false findings per document ${falseHard} > ${BAR.falseHard}`)
  if (falseAdvise > BAR.falseAdvise)
    short.push(`advise false findings per document ${falseAdvise} > ${BAR.falseAdvise}`)
  if (before.corpus !== null && before.corpus.documents === documents) {
    if (falseHard > before.corpus.falseHard)
      short.push(`block+review false rate ${falseHard}, was ${before.corpus.falseHard}`)
    if (falseAdvise > before.corpus.falseAdvise)
      short.push(`advise false rate ${falseAdvise}, was ${before.corpus.falseAdvise}`)
  }
  return short
}
