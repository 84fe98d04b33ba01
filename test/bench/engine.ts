import { Bar } from './bar.ts'
import { measureChecking } from './checking.ts'
import { measureCompiling } from './compiling.ts'
import { prototypes } from './contestants.ts'
import { raceCrowded } from './crowded.ts'
import { raceOrdinary } from './speed.ts'

/** Parts to run, by name; all where none is named. */
const parts: Record<string, (bar: Bar) => void | Promise<void>> = {
  speed: async (bar) => {
    const dense = await prototypes()
    if (dense.length === 0) console.log('The dense prototype is not here (../shared/design/prototypes): not compared.')
    raceOrdinary(bar, dense)
  },
  crowded: raceCrowded,
  compiling: measureCompiling,
  checking: measureChecking,
}

const bar = new Bar()
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in parts))
if (unknown.length > 0) throw new Error(`no part ${unknown.join(', ')}: there are ${Object.keys(parts).join(', ')}`)
for (const [name, run] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(name)) await run(bar)
bar.close('bench')
