import { conclude, countArgument } from '../../load/stand.ts'
import { buildDemoExtension } from '../../start/build.ts'
import { bar, playKills } from './play.ts'

/** `npm run test:kill-browser [-- kills submissions]` */
await buildDemoExtension()
const figures = await playKills({
  kills: countArgument(0, 20),
  submissions: countArgument(1, 500),
  seed: 20,
  told: (line) => console.log(line),
})
console.log(
  'bar: all that was queued arrives once, in order per editor, after signing in again, and nothing before that',
)
conclude('test:kill-browser', { ...figures }, bar)
