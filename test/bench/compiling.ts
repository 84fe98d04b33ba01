import { compileTerms, loadTerms, serialiseTerms } from '../../shared/text/matcher.ts'
import type { Bar } from './bar.ts'
import { round } from './bar.ts'
import { ordinaryTerms } from './lists.ts'
import { median, worked } from './measure.ts'
import { seeded } from './random.ts'

const TERMS = 100_000
const ROUNDS = 9
/** Calls in one round: some kernels count a thread's time in steps of 4 ms. */
const CALLS = 5

/** ENGINE.md §3: what 100,000 terms cost to compile, to keep and to load. */
export function measureCompiling(bar: Bar): void {
  const terms = ordinaryTerms(TERMS, seeded(7))
  console.log(`\ncompile, keep, load: ${TERMS} terms`)
  const bytes = serialiseTerms(compileTerms(terms))
  const compile = timeOf(() => compileTerms(terms))
  const load = timeOf(() => loadTerms(bytes))
  console.log(`  compile ${round(compile)} ms, tables ${round(bytes.length / 1e6)} MB, load ${round(load)} ms`)
  bar.atMost('compile', compile, 40, 'ms')
  bar.atMost('memory', bytes.length / 1e6, 3.5, 'MB')
  bar.atMost('load from cached tables', load, 10, 'ms')
}

function timeOf(run: () => unknown): number {
  const times: number[] = []
  for (let round = -2; round < ROUNDS; round += 1) {
    const time = worked(() => {
      for (let call = 0; call < CALLS; call += 1) run()
    })
    if (round >= 0) times.push(time / CALLS)
  }
  return median(times)
}
