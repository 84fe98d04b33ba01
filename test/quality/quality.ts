import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { compileRuleSet } from '#shared/ruleset/compile.ts'
import { starterRuleSet } from '#shared/ruleset/packs/starter.ts'
import { BAR, REGRESSION_FILE, rateOf, readRegression, regressionOf, shortcomings } from './bars.ts'
import { CORPUS, type CorpusFigures, checkCorpus, falseRates } from './corpus.ts'
import { type KindRecall, measureRecall } from './recall.ts'

// npm run quality [-- folder] [--write] [--missed]
const args = process.argv.slice(2)
const folder = args.find((one) => !one.startsWith('--'))
const set = compileRuleSet(starterRuleSet)
const ROUNDS = 3
const SEED = 20_261_124

const place = folder === undefined ? CORPUS : resolve(folder)
const corpus = place === null ? null : await checkCorpus(place, set)
if (corpus === null) console.log('corpus: ../shared/corpus is not there; false findings are not measured')
else printCorpus(corpus, place ?? '')

const recall = measureRecall(set, ROUNDS, SEED)
printRecall(recall)

const before = readRegression()
const now = regressionOf(folder === undefined ? corpus : null, recall)
const short = shortcomings(
  folder === undefined ? now : regressionOf(corpus, recall),
  folder === undefined ? before : { ...before, corpus: null },
  recall,
)
if (args.includes('--write') && folder === undefined && short.length === 0)
  writeFileSync(REGRESSION_FILE, `${JSON.stringify(now, null, 2)}\n`)

console.log(
  `\nbar: false block+review ≤ ${BAR.falseHard}, advise ≤ ${BAR.falseAdvise} per document; recall block ≥ ${BAR.recall.block}, review ≥ ${BAR.recall.review}, advise ≥ ${BAR.recall.advise}; no figure below regression.json`,
)
for (const sentence of short) console.log(`SHORT ${sentence}`)
console.log(summary())
process.exitCode = short.length > 0 ? 1 : 0

function printCorpus(figures: CorpusFigures, from: string): void {
  const rates = falseRates(figures)
  console.log(`corpus ${from}: ${figures.documents} documents, ${figures.findings.length} findings`)
  for (const sentence of figures.unread) console.log(`  not read: ${sentence}`)
  const rules = [...new Set(figures.findings.map((one) => one.finding.rule))].sort()
  console.log(`  ${'rule'.padEnd(32)} found right false`)
  for (const rule of rules) {
    const own = figures.findings.filter((one) => one.finding.rule === rule)
    const right = own.filter((one) => one.judged?.verdict === 'right').length
    console.log(`  ${rule.padEnd(32)} ${pad(own.length, 5)} ${pad(right, 5)} ${pad(own.length - right, 5)}`)
  }
  for (const { file, finding, judged } of figures.findings) {
    if (judged?.verdict === 'right') continue
    const reason = judged === null ? 'nobody has looked at it yet' : `stays: ${judged.reason}`
    console.log(
      `  FALSE ${finding.severity} ${finding.rule} ${file.slice(0, 40)} “${finding.text.slice(0, 40)}” ${finding.why.slice(0, 80)} (${reason})`,
    )
  }
  console.log(`  false per document: block+review ${rates.hard.toFixed(4)}, advise ${rates.advise.toFixed(4)}`)
}

function printRecall(figures: readonly KindRecall[]): void {
  console.log(`\nplanted faults (seed ${SEED}, ${ROUNDS} rounds)\n  check severity planted found  recall`)
  for (const one of figures) {
    const { check, name, severity } = one.kind
    console.log(
      `  ${pad(check, 5)} ${severity.padEnd(8)} ${pad(one.planted, 7)} ${pad(one.found, 5)}  ${rateOf(one).toFixed(4)}  ${name}`,
    )
    if (args.includes('--missed'))
      for (const missed of one.missed) console.log(`          missed ${missed.slice(0, 160)}`)
  }
}

function pad(figure: number, width: number): string {
  return String(figure).padStart(width)
}

function summary(): string {
  const total = (severity: string) => {
    const own = recall.filter((one) => one.kind.severity === severity)
    const planted = own.reduce((sum, one) => sum + one.planted, 0)
    return (own.reduce((sum, one) => sum + one.found, 0) / Math.max(1, planted)).toFixed(4)
  }
  const rates = corpus === null ? null : falseRates(corpus)
  const found =
    rates === null
      ? 'corpus missing'
      : `${corpus?.documents} documents, false ${rates.hard.toFixed(4)} block+review, ${rates.advise.toFixed(4)} advise`
  return `quality: ${short.length === 0 ? 'pass' : `${short.length} short`}; ${found}; recall block ${total('block')}, review ${total('review')}, advise ${total('advise')}`
}
