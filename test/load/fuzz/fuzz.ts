import type { Site } from '../../contract/actors.ts'
import { inhabit } from '../../contract/world.ts'
import { randomFrom } from '../../tamper/random.ts'
import { conclude, countArgument, inParallel, onWorker } from '../stand.ts'
import { fuzzImport, fuzzPass, fuzzToken } from './credentials.ts'
import { fuzzEndpoints } from './endpoints.ts'
import { newFigures } from './figures.ts'
import { fuzzParsers } from './parsers.ts'

export const FUZZ_BAR = {
  ...{ 'answers 5xx': 0, crashes: 0, hangs: 0, 'not answered': 0, forged: 0, 'prototype changed': 0 },
}

/** So many random and mutated inputs over everything that reads what somebody sent: endpoints, tokens, passes, importers, rule sets, proofs. */
export async function fuzz(site: Site, inputs: number, seed: number): Promise<Record<string, number>> {
  const share = (of: number) => Math.max(1, Math.round(inputs * of))
  const counts = {
    endpoints: share(0.5),
    tokens: share(0.1),
    passes: share(0.1),
    'imports over the wire': share(0.01),
    parsers: share(0.29),
  }
  const here = await inhabit(site)
  const random = randomFrom(seed)
  const prototype = JSON.stringify(Object.getOwnPropertyNames(Object.prototype))
  const figures = newFigures()
  console.log(`seed ${seed}`)
  await fuzzParsers(counts.parsers, random, figures)
  await inParallel(counts.tokens, 8, async () => await fuzzToken(site, here, random, figures))
  await inParallel(counts.passes, 8, async () => await fuzzPass(site, here, random, figures))
  await inParallel(counts['imports over the wire'], 2, async () => await fuzzImport(site, here, random, figures))
  await fuzzEndpoints(site, here, counts.endpoints, seed, figures)
  const changed = Number(JSON.stringify(Object.getOwnPropertyNames(Object.prototype)) !== prototype)
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return { seed, inputs: total, ...counts, ...figures, 'prototype changed': changed }
}

/** `npm run fuzz [-- inputs seed]` */
if (import.meta.main) {
  const inputs = countArgument(0, 100_000)
  const seed = countArgument(1, Math.floor(Math.random() * 2 ** 30) + 1)
  const figures = await onWorker((site) => fuzz(site, inputs, seed))
  console.log(
    'bar: no 5xx, no crash, none over 1 s, every input answered, nothing forged taken for good, Object.prototype unchanged',
  )
  conclude('fuzz', figures, FUZZ_BAR)
}
