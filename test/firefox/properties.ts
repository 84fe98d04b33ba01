import type { Page } from 'puppeteer-core'
import { contentHash } from '#shared/draft/content-hash.ts'
import { badgeText } from '../../extension/platform/text/background.ts'
import { panelText as text } from '../../extension/platform/text/panel.ts'
import type { Article } from '../demo/article.ts'
import { approve } from '../e2e/story/shortcut.ts'
import type { FirefoxCms } from './cms.ts'
import { deskBecomes, type Extension, type FirefoxOffice } from './office.ts'
import { redPixels } from './painted.ts'
import type { FirefoxPanel } from './panel.ts'
import { unwrapped, wrapped } from './ways.ts'

/** One editor under test: its page with the draft in it, the panel beside it, and the same keys typed in a Firefox without us. */
export interface Scene {
  office: FirefoxOffice
  cms: FirefoxCms
  tab: number
  panel: FirefoxPanel
  title: string
  twin: { content: string; selection: string }
}

/** What must hold in every editor. Rejects with what was seen instead. */
export interface Property {
  name: string
  /** Left out of the short form: held alike in all editors. */
  long?: true
  holds(scene: Scene): Promise<void>
}

const NUMBER = '350583201503150027'
/** What is typed: the last paragraph is the one that must not go out. */
export const kept = '市直各学校：\n请于6月20日前报送本学期教学工作总结。'
export const added = `\n学生证件号${NUMBER}。`

function expectThat(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise)
}

async function stored({ office, cms }: Scene): Promise<Article> {
  return (await office.stage.demo.store.read(cms.id))!
}

/** What the CMS took at 保存草稿, hashed here. */
function hashOf(article: Article, site: string): string {
  const { title, documentNumber, channel, datedOn, content } = article
  const format = article.editor === 'textarea' ? ('text' as const) : ('html' as const)
  const rest = { disclosureClass: 'proactive', department: null, source: null, attachments: [], interpretations: [] }
  const draft = {
    site,
    title,
    documentNumber,
    channel,
    datedOn,
    ...rest,
    body: { format, source: content },
    unread: [],
  }
  return contentHash(draft as Parameters<typeof contentHash>[0])
}

/** Nothing went out, the page stands where it stood, and the draft is whole. */
async function expectWhole(scene: Scene, before: string, way: string): Promise<void> {
  const { versions } = await stored(scene)
  expectThat(versions.length === 0, `${way}: the held draft was published`)
  expectThat(new URL(scene.cms.page.url()).pathname === '/admin/edit', `${way}: the page is ${scene.cms.page.url()}`)
  expectThat((await scene.cms.content()) === before, `${way}: the draft is another after the hold`)
}

/** Runs `act`, which must be held, and answers which way the background was told. */
async function held({ office, tab }: Scene, act: () => Promise<unknown>): Promise<string> {
  const last = (await deskBecomes(office, tab, () => true)).held?.at ?? 0
  await act()
  return (await deskBecomes(office, tab, (desk) => (desk.held?.at ?? 0) > last)).held?.way ?? ''
}

const readsWhole: Property = {
  name: '读',
  async holds(scene) {
    await scene.cms.save()
    const hash = hashOf(await stored(scene), `${scene.office.stage.demo.origin}/`)
    await deskBecomes(scene.office, scene.tab, ({ check }) => check?.contentHash === hash)
  },
}

const highlights: Property = {
  name: '标',
  async holds({ cms, office, tab }) {
    await deskBecomes(
      office,
      tab,
      ({ check }) => check?.findings.some(({ rule }) => rule === 'privacy/resident-id') ?? false,
    )
    await cms.page.bringToFront()
    const editor = (await cms.page.$('#editor'))!
    const deadline = Date.now() + 10_000
    for (let red = 0; red < 40; red = await redPixels(cms.page, editor))
      expectThat(Date.now() < deadline, `only ${red} pixels are marked`)
    const marked = cms.editor === 'textarea' ? NUMBER : (await cms.highlighted()).join()
    expectThat(marked === NUMBER, `marked is “${marked}”`)
  },
}

const untouched: Property = {
  name: '原样',
  async holds({ cms, office, tab, twin }) {
    expectThat((await deskBecomes(office, tab, () => true)).page === 'ready', 'we left the page')
    const content = await cms.content()
    expectThat(content === twin.content, `with us ${content}, without us ${twin.content}`)
    const selection = await cms.selection()
    expectThat(selection === twin.selection, `selection with us ${selection}, without us ${twin.selection}`)
  },
}

const guarded: Property = {
  name: '守护',
  async holds(scene) {
    const { cms, office, tab, panel } = scene
    const before = await cms.content()
    await cms.page.bringToFront()
    await held(scene, () => cms.page.click('#publish'))
    await expectWhole(scene, before, 'click')
    await panel.says(text.held)
    const [badge, title] = await office.options.evaluate(async (tabId) => {
      const { browser } = globalThis as unknown as { browser: Extension }
      return [await browser.action.getBadgeText({ tabId }), await browser.action.getTitle({ tabId })]
    }, tab)
    expectThat(badge === badgeText.heldMark && title === badgeText.held, `the button says ${badge} and ${title}`)
  },
}

const wrapperHolds: Property[] = Object.entries(wrapped).map(([way, script], index) => ({
  name: way,
  ...(index > 1 ? { long: true as const } : {}),
  async holds(scene) {
    const before = await scene.cms.content()
    await held(scene, () => run(scene.cms.page, script))
    await expectWhole(scene, before, way)
  },
}))

const locked: Property = {
  name: '锁定',
  async holds(scene) {
    const before = await scene.cms.content()
    for (const [way, script] of Object.entries(unwrapped)) {
      const outcome = await scene.cms.page.evaluate(script)
      expectThat(outcome === 'refused', `${way}: ${String(outcome)}`)
      await expectWhole(scene, before, way)
    }
  },
}

const saves: Property = {
  name: '保存',
  async holds(scene) {
    await scene.cms.type('草稿')
    await scene.cms.save()
    expectThat((await stored(scene)).content.includes('草稿'), '保存草稿 stored another text')
    await scene.cms.deleteLast(2)
  },
}

const reveals: Property = {
  name: '定位',
  async holds({ panel }) {
    await panel.page.bringToFront()
    expectThat(!(await panel.words()).includes(NUMBER), 'the panel shows the whole number')
    await panel.reveal()
  },
}

const releases: Property = {
  name: '放行',
  async holds(scene) {
    const { cms, office, tab, panel, title } = scene
    await cms.deleteLast(added.length)
    await panel.page.bringToFront()
    await panel.says(text.verdicts.every[0])
    await panel.submit('请审。')
    await approve(office, office.reviewer, title)
    await panel.recheck()
    await panel.says(text.verdicts.approved[0])
    // One character more, and the approval is void.
    await cms.type('5')
    await panel.says(text.verdicts.changed[0])
    const before = await cms.content()
    await held(scene, () => cms.page.click('#publish'))
    await expectWhole(scene, before, 'changed after approval')
    await cms.deleteLast(1)
    await panel.says(text.verdicts.approved[0])
    await cms.page.bringToFront()
    await cms.page.click('#publish')
    await cms.page.waitForSelector('#published')
    expectThat((await stored(scene)).versions.length === 1, `published ${(await stored(scene)).versions.length} times`)
    const { release } = await deskBecomes(office, tab, (desk) => desk.release !== null && desk.release.state !== 'open')
    expectThat(release?.state === 'match', `what was sent: ${release?.state}`)
  },
}

/** Runs a script of the page; what it answers in the end is its own business. */
async function run(page: Page, script: string): Promise<void> {
  await page.evaluate(`void (async () => { ${script} })().catch(() => {})`)
}

/** In this order: 原样 before anything takes the caret away, and the last one publishes. */
export const properties: readonly Property[] = [
  ...[highlights, untouched, readsWhole, reveals, guarded],
  ...wrapperHolds,
  ...[locked, saves, releases],
]
