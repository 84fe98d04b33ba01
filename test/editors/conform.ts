import { parseArgs } from 'node:util'
import { launchBareChromium } from '../support/browser.ts'
import { installEditors } from '../support/editors.ts'
import { startWordPress } from '../support/wordpress-server.ts'
import { answerFile, editorNames, servePages } from './pages.ts'
import { pageSubjects, wordpressNames, wordpressSubjects } from './subjects.ts'
import { runSuite } from './suite.ts'
import { tableOf } from './table.ts'

/**
 * `npm run test:editors [-- --long] [-- --seed 7] [-- --only quill,tinymce]`: the conformance suite, the table of editor × property, and
 * one line of summary. 1,000 random edits an editor, 10,000 with `--long`. Exits 1 when an editor is short of a property.
 * `--without-menxia`: only the twins, and neither has us in its page; they must agree then too, or the harness is at fault.
 */
const { values } = parseArgs({
  options: {
    long: { type: 'boolean', default: false },
    seed: { type: 'string', default: '7' },
    edits: { type: 'string' },
    only: { type: 'string' },
    'without-menxia': { type: 'boolean', default: false },
    abreast: { type: 'string', default: '3' },
  },
})
const edits = Number(values.edits ?? (values.long ? 10_000 : 1000))
const amount = { documents: Math.min(60, edits), edits, seed: Number(values.seed), menxia: !values['without-menxia'] }
const only = values.only?.split(',')
const isWanted = (name: string): boolean => only?.includes(name) ?? true
const unknown = only?.filter((name) => ![...wordpressNames, ...editorNames].some((known) => known === name)) ?? []
if (unknown.length > 0) {
  console.log(`编辑器符合性：没有做，没有这种编辑器：${unknown.join('、')}`)
  process.exit(1)
}
await installEditors()
const pages = await servePages()
// One for the whole run: it takes seconds to come up.
const wordpress = wordpressNames.some(isWanted) ? await startWordPress(answerFile) : null
const browser = await launchBareChromium()
try {
  const cms = wordpress === null ? [] : wordpressSubjects(wordpress.origin)
  const subjects = [...cms, ...pageSubjects(pages.origin)].filter(({ name }) => isWanted(name))
  console.log(`种子 ${amount.seed}，每个编辑器 ${edits} 次随机修改，${amount.documents} 份随机稿件`)
  const from = performance.now()
  const rows = await runSuite(subjects, browser, amount, { abreast: Number(values.abreast), tell: console.log })
  console.log(`\n${tableOf(rows)}\n`)
  const cells = Array.from(rows.values()).flatMap((row) => Object.values(row))
  const failed = cells.filter((cell) => cell !== null && 'failed' in cell).length
  const held = cells.filter((cell) => cell !== null && 'held' in cell).length
  const short = edits < 1000 ? `，短于应做的 1000 次` : ''
  console.log(
    `编辑器符合性：${subjects.length} 种编辑器，${held} 项符合，${failed} 项不符（种子 ${amount.seed}，每个 ${edits} 次修改${short}，${Math.round((performance.now() - from) / 1000)} 秒）`,
  )
  process.exitCode = failed === 0 && held > 0 ? 0 : 1
} finally {
  await browser.close()
  await pages.close()
  await wordpress?.close()
}
// PHP leaves threads behind that nobody can end.
process.exit()
