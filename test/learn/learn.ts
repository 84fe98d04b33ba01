import { backOffices, serveBackOffices } from '../back-offices/serve.ts'
import { openBrowser } from '../e2e/stage/person.ts'
import { conclude } from '../load/stand.ts'
import { demoExtension } from '../start/build.ts'
import { Cms, type Name, TITLE } from './cms.ts'
import { gate, teach, wanted } from './teach.ts'

/** `npm run test:learn`: back offices that the suite has no profile for, each taught by confirming, then gated. */
const office = await serveBackOffices()
const person = await openBrowser({ folder: demoExtension })
const names = Object.keys(backOffices) as Name[]
const figures = {
  'pages taught': 0,
  'ten clicks or more': 0,
  'read wrongly': 0,
  'left while learning': 0,
  'drafts not whole': 0,
  'publishes not held': 0,
  'saves not passed': 0,
}
try {
  for (const name of names) {
    office.received.saved.length = 0
    office.received.published.length = 0
    const from = performance.now()
    const cms = await Cms.open(person, office.origin, name)
    await cms.write()
    const taught = await teach(person, cms, office.received)
    const gated = await gate(person, cms, office.received)
    await cms.page.close()
    const seconds = ((performance.now() - from) / 1000).toFixed(1)
    console.log(
      `${name}: ${taught.clicks} clicks; ${taught.editor}; 附件 ${taught.files}; ${gated.guardOnly ? 'guarded' : 'locked'}; then “${gated.says}”; ${seconds} s`,
    )
    figures['pages taught'] += 1
    figures['ten clicks or more'] += Number(taught.clicks >= 10)
    figures['read wrongly'] += Number(taught.title !== wanted.title || taught.characters !== wanted.characters)
    figures['left while learning'] += taught.left
    figures['drafts not whole'] += Number(!taught.whole) + Number(!gated.whole)
    figures['publishes not held'] += gated.published
    figures['saves not passed'] += Number(gated.saved.join() !== TITLE)
  }
} finally {
  await person.close()
  await office.close()
}
const { 'pages taught': _, ...none } = figures
conclude('learn', figures, {
  'pages taught': names.length,
  ...Object.fromEntries(Object.keys(none).map((name) => [name, 0])),
})
