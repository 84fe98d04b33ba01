import { parseArgs } from 'node:util'
import { launchBareChromium } from '../support/browser.ts'
import { installEditors } from '../support/editors.ts'
import { startWordPress } from '../support/wordpress-server.ts'
import { answerFile, editorNames, servePages } from './pages.ts'
import type { Subject } from './properties/property.ts'
import { pageSubjects, wordpressNames, wordpressSubjects } from './subjects.ts'
import { runSuite } from './suite.ts'
import { tableOf } from './table.ts'

/** So many random edits are asked of every editor. */
const BAR = 1000

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
const edits = Number(values.edits ?? (values.long ? 10_000 : BAR))
const amount = {
  documents: Math.min(60, edits),
  edits,
  seed: Number(values.seed),
  menxia: !values['without-menxia'],
}
const only = values.only?.split(',')
const isWanted = (name: string): boolean => only?.includes(name) ?? true

/** Opened in this order and closed in the other. */
const closing: (() => Promise<void>)[] = []

async function subjectsWanted(): Promise<Subject[]> {
  const known: readonly string[] = [...wordpressNames, ...editorNames]
  const unknown = only?.filter((name) => !known.includes(name)) ?? []
  if (unknown.length > 0) throw new Error(`没有这种编辑器：${unknown.join('、')}`)
  await installEditors()
  const pages = await servePages()
  closing.push(pages.close)
  const own = pageSubjects(pages.origin)
  if (!wordpressNames.some(isWanted)) return own.filter(({ name }) => isWanted(name))
  // One for the whole run: it takes seconds to come up.
  const wordpress = await startWordPress(answerFile)
  closing.push(wordpress.close)
  return [...wordpressSubjects(wordpress.origin), ...own].filter(({ name }) => isWanted(name))
}

/** The line of summary. */
async function run(): Promise<string> {
  const subjects = await subjectsWanted()
  const browser = await launchBareChromium()
  closing.push(() => browser.close())
  console.log(`种子 ${amount.seed}，每个编辑器 ${edits} 次随机修改，${amount.documents} 份随机稿件`)
  const from = performance.now()
  const rows = await runSuite(subjects, browser, amount, { abreast: Number(values.abreast), tell: console.log })
  const seconds = Math.round((performance.now() - from) / 1000)
  console.log(`\n${tableOf(rows)}\n`)
  const cells = Array.from(rows.values()).flatMap((row) => Object.values(row))
  const failed = cells.filter((cell) => cell !== null && 'failed' in cell).length
  const held = cells.filter((cell) => cell !== null && 'held' in cell).length
  if (failed === 0 && held > 0) process.exitCode = 0
  const kept = `${subjects.length} 种编辑器${amount.menxia ? '' : '（两页都没有门下）'}，${held} 项符合，${failed} 项不符`
  return `${kept}（种子 ${amount.seed}，每个 ${edits} 次修改${edits < BAR ? `，少于应做的 ${BAR} 次` : ''}，${seconds} 秒）`
}

process.exitCode = 1
const summary = await run().catch((error: Error) => `没有做完：${error.message.split('\n')[0]}`)
for (const close of closing.reverse()) await close()
console.log(`编辑器符合性：${summary}`)
// PHP leaves threads behind that nobody can end.
process.exit()
