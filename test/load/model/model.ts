import type { Site } from '../../contract/actors.ts'
import { randomFrom } from '../../tamper/random.ts'
import { conclude, countArgument, inParallel, onWorker } from '../stand.ts'
import { playEpisode } from './episode.ts'

/** Steps in one bureau: enough for long lives, few enough that the queue stays short. */
const EPISODE = 250

/** So many random steps, in bureaus of 250 steps each, four at a time; each compared with the reference. */
export async function playModel(site: Site, steps: number, seed: number): Promise<Record<string, number>> {
  const states = new Set<string>()
  const codes = new Set<string>()
  const figures = { seed, steps: 0, done: 0, refused: 0, repeated: 0, bureaus: 0, divergences: 0 }
  await inParallel(Math.ceil(steps / EPISODE), 4, async (i) => {
    const length = Math.min(EPISODE, steps - i * EPISODE)
    const one = await playEpisode(site, length, randomFrom(seed + i))
    for (const name of ['steps', 'done', 'refused', 'repeated', 'divergences'] as const) figures[name] += one[name]
    for (const state of one.states) states.add(state)
    for (const code of one.codes) codes.add(code)
    figures.bureaus += 1
    if (figures.bureaus % 10 === 0) console.log(`${figures.steps} of ${steps} steps`)
  })
  console.log(`states: ${[...states].sort().join(', ')}`)
  console.log(`refusals: ${[...codes].sort().join(', ')}`)
  return figures
}

/** `npm run model [-- steps seed]`: random sequences of everything that can happen to a review, beside a reference model. */
if (import.meta.main) {
  const steps = countArgument(0, 20_000)
  const seed = countArgument(1, Math.floor(Math.random() * 2 ** 30) + 1)
  const figures = await onWorker((site) => playModel(site, steps, seed), 'test/load/faults/entry.ts')
  console.log(
    'bar: every step answered as the reference says: done or refused with a code it names, the same ledger entries, state, version and level',
  )
  conclude('model', figures, { steps, divergences: 0 })
}
