import { FUZZ_BAR, fuzz } from './fuzz/fuzz.ts'
import { HAMMER_BAR, hammer } from './hammer.ts'
import { FAULT_BAR, failEverywhere, KILL_BAR, killAndRace } from './kill.ts'
import { playModel } from './model/model.ts'
import { conclude, onWorker } from './stand.ts'

/** The blows in their short form, for `npm test`: the same code and bars as the long commands, with small counts and one seed for each day. */
const seed = Math.floor(Date.now() / 86_400_000)
/** Writes of every kind: one entry, several, one that ends credentials, one with a text. */
const FAILED = ['reviews.decide', 'releases.published', 'sessions.revoke', 'settings.change'] as const

await onWorker(async (site, worker) => {
  const steps = 300
  conclude('model', await playModel(site, steps, seed), { steps, divergences: 0 })
  conclude('faults', await failEverywhere(site, FAILED), FAULT_BAR)
  conclude('fuzz', await fuzz(site, 1000, seed), FUZZ_BAR)
  conclude('hammer', await hammer(site, 300), HAMMER_BAR)
  conclude('kill', await killAndRace(site, worker, 2, 20), KILL_BAR)
}, 'test/load/faults/entry.ts')
