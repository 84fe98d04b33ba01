import { Bar } from './bar.ts'
import { prototypes } from './contestants.ts'
import { raceCrowded } from './crowded.ts'
import { raceOrdinary } from './speed.ts'

const bar = new Bar()
const dense = await prototypes()
if (dense.length === 0) console.log('The dense prototype is not here (../shared/design/prototypes): not compared.')
raceOrdinary(bar, dense)
raceCrowded(bar)
bar.close('bench')
