import { randomFrom } from '../../tamper/random.ts'
import { conclude, countArgument, inParallel, onWorker } from '../stand.ts'
import { playEpisode } from './episode.ts'

/** `npm run model [-- steps seed]`: random sequences of everything that can happen to a review, beside a reference model. */
const steps = countArgument(0, 20_000)
const seed = countArgument(1, Math.floor(Math.random() * 2 ** 30) + 1)
/** Steps in one bureau: enough for long lives, few enough that the queue stays short. */
const EPISODE = 250

await onWorker(async (site) => {
  const states = new Set<string>()
  const codes = new Set<string>()
  const figures = { seed, steps: 0, done: 0, refused: 0, repeated: 0, bureaus: 0, divergences: 0 }
  const episodes = Math.ceil(steps / EPISODE)
  await inParallel(episodes, 4, async (i) => {
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
  console.log(
    'bar: every step answered as the reference says: done or refused with a code it names, the same ledger entries, state, version and level',
  )
  conclude('model', figures, { steps, divergences: 0 })
}, 'test/load/faults/entry.ts')
