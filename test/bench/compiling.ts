import { brotliCompressSync, constants } from 'node:zlib'
import { compileTerms, decodeTerms, encodeTerms, loadTerms, serialiseTerms } from '../../shared/text/matcher.ts'
import type { Bar } from './bar.ts'
import { round } from './bar.ts'
import { ordinaryTerms } from './lists.ts'
import { median, worked } from './measure.ts'
import { seeded } from './random.ts'

const TERMS = 100_000
const ROUNDS = 9
/** Calls in one round: some kernels count a thread's time in steps of 4 ms. */
const CALLS = 5

/** ENGINE.md §3: what 100,000 terms cost to compile, to keep, to load and to send. */
export function measureCompiling(bar: Bar): void {
  const terms = ordinaryTerms(TERMS, seeded(7))
  console.log(`\ncompile, keep, load, send: ${TERMS} terms`)
  const bytes = serialiseTerms(compileTerms(terms))
  const compile = timeOf(() => compileTerms(terms))
  const load = timeOf(() => loadTerms(bytes))
  console.log(`  compile ${round(compile)} ms, tables ${round(bytes.length / 1e6)} MB, load ${round(load)} ms`)
  bar.atMost('compile', compile, 40, 'ms')
  bar.atMost('memory', bytes.length / 1e6, 3.5, 'MB')
  bar.atMost('load from cached tables', load, 10, 'ms')
  measureWire(bar, terms)
}

/** The bar is for a sorted list, as the design measured it; what an order of its own adds is printed beside it. */
function measureWire(bar: Bar, terms: readonly string[]): void {
  const wire = encodeTerms(terms.toSorted())
  const sorted = compressed(wire)
  const ordered = compressed(encodeTerms(terms))
  const receive = timeOf(() => decodeTerms(wire))
  console.log(
    `  wire ${round(wire.length / 1000)} KB, brotli ${round(sorted)} KB (in an order of its own ${round(ordered)} KB), decode and compile ${round(receive)} ms`,
  )
  bar.atMost('wire, sorted, brotli', sorted, 450, 'KB')
}

/** KB after brotli at its best, for a bundle that is compressed once. */
function compressed(bytes: Uint8Array): number {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length / 1000
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
