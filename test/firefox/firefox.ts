import { storyEditors as editors, type StoryEditor } from '../demo/article.ts'
import { newestReview } from '../e2e/story/prove.ts'
import { launchFirefox, type RunningFirefox } from '../support/firefox.ts'
import { FirefoxCms } from './cms.ts'
import { type FirefoxOffice, openFirefoxOffice, openOwn, tabOf } from './office.ts'
import { FirefoxPanel } from './panel.ts'
import { added, kept, properties, type Scene } from './properties.ts'
import { backgroundComesBack, picture, sidebarByButton } from './whole.ts'

const short = process.argv.includes('--short')
const asked = properties.filter(({ long }) => !(short && long === true))

/** The short form leaves out what holds alike in all editors, and the text area, which has no frame and no highlight. */
const played = short ? editors.filter((editor) => editor !== 'textarea') : editors

/** What is missing, by property; null where it holds. */
type Row = Map<string, string | null>

async function trial(row: Row, name: string, holds: () => Promise<unknown>): Promise<void> {
  const missing = await holds().then(
    () => null,
    (error: Error) => error.message.split('\n')[0] ?? 'failed',
  )
  row.set(name, missing)
}

/** The same keys in a Firefox without us. */
async function playTwin({ browser }: RunningFirefox, origin: string, editor: StoryEditor): Promise<Scene['twin']> {
  const cms = await FirefoxCms.open(browser, origin, editor, titleFor(editor))
  await cms.type(kept)
  await cms.type(added)
  const twin = { content: await cms.content(), selection: await cms.selection() }
  await cms.page.close()
  return twin
}

function titleFor(editor: StoryEditor): string {
  return `关于报送教学工作总结的通知（${editor}）`
}

async function playEditor(office: FirefoxOffice, editor: StoryEditor, twin: Scene['twin']): Promise<Row> {
  const row: Row = new Map()
  const title = titleFor(editor)
  const cms = await FirefoxCms.open(office.browser, office.stage.demo.origin, editor, title)
  await cms.type(kept)
  await cms.type(added)
  const tab = await tabOf(office, cms.page.url())
  const panel = await FirefoxPanel.open(office, tab)
  const scene: Scene = { office, cms, tab, panel, title, twin }
  for (const { name, holds } of asked) {
    await trial(row, name, () => holds(scene))
    if (name === '守护') {
      await picture(cms.page, `cms-${editor}`)
      await trial(row, '图', () => picture(panel.page, `panel-${editor}`))
    }
  }
  await panel.page.close()
  await cms.page.close()
  return row
}

/** What belongs to the browser and not to an editor. */
async function playWhole(office: FirefoxOffice): Promise<Row> {
  const row: Row = new Map()
  await trial(row, 'our toolbar button opens the sidebar, and nothing else does', () => sidebarByButton(office))
  await trial(row, 'the background dies when idle, and a press of 发布 wakes it and is held', () =>
    backgroundComesBack(office),
  )
  await trial(row, 'options page', () => picture(office.options, 'options'))
  await trial(row, 'review page', async () => {
    const { id } = await newestReview(office.stage, titleFor('tinymce'))
    const page = await openOwn(office, `/review.html#${id}`)
    await page.waitForFunction(
      (words) => document.body.textContent.includes(words),
      {},
      kept.split('\n').at(-1) ?? kept,
    )
    await picture(page, 'review')
  })
  return row
}

function report(rows: readonly (readonly [string, Row])[], whole: Row): void {
  const names = [...new Set(rows.flatMap(([, row]) => [...row.keys()]))]
  console.log(['editor'.padEnd(10), ...names].join('  '))
  const wide = (text: string): number => [...text].reduce((sum, char) => sum + (char > '\u2e80' ? 2 : 1), 0)
  for (const [editor, row] of rows) {
    const cells = names.map((name) => (row.get(name) === null ? '✓' : '✗').padEnd(wide(name)))
    console.log([editor.padEnd(10), ...cells].join('  '))
  }
  for (const [name, missing] of whole) console.log(`${missing === null ? '✓' : '✗'} ${name}`)
  const all = [...rows, ['Firefox', whole] as const]
  const failed = all.flatMap(([of, row]) =>
    [...row].flatMap(([name, why]) => (why === null ? [] : [`${of} ${name}: ${why}`])),
  )
  for (const line of failed) console.log(line)
  const count = all.reduce((sum, [, row]) => sum + row.size, 0)
  console.log(`Firefox: ${count - failed.length} of ${count} hold`)
  process.exitCode = failed.length === 0 ? 0 : 1
}

async function main(): Promise<void> {
  const office = await openFirefoxOffice()
  try {
    console.log(await office.browser.version())
    const { origin } = office.stage.demo
    const without = await launchFirefox({})
    const twins = new Map<StoryEditor, Scene['twin']>()
    for (const editor of played) twins.set(editor, await playTwin(without, origin, editor))
    await without.browser.close()
    const rows: [string, Row][] = []
    for (const editor of played) rows.push([editor, await playEditor(office, editor, twins.get(editor)!)])
    report(rows, await playWhole(office))
  } finally {
    await office.close()
  }
}

await main().catch((error: Error) => {
  // With the place and what is behind it: Puppeteer's own “Waiting failed” names neither.
  console.error(error)
  process.exitCode = 1
})
