import type { Article } from '../../demo/article.ts'
import { eventually } from '../../support/eventually.ts'
import { CmsPage } from '../screens/cms.ts'
import type { GateBench } from './bench.ts'
import { plays } from './plays.ts'
import { body, type Played, type Scene, type Seen, title } from './scene.ts'
import { type Manner, scriptFor } from './scripts.ts'
import type { Way } from './ways.ts'

/** What was seen of a way, and what is wrong with the draft after it. */
export interface Attempt {
  seen: Seen
  faults: string[]
}

/** Tries ways one after another in one page, for as long as the draft in it is whole. */
export class Attempts {
  private readonly bench: GateBench
  private readonly manner: Manner
  private readonly editor: CmsPage['editor']
  private cms: CmsPage | null = null

  constructor(bench: GateBench, manner: Manner, editor: CmsPage['editor']) {
    this.bench = bench
    this.manner = manner
    this.editor = editor
  }

  /** One way, and what was seen of it. What goes wrong on the way there is a fault. */
  async try(way: Way): Promise<Attempt> {
    try {
      return await this.attempt(way)
    } catch (error) {
      await this.leave()
      return { seen: 'nothing', faults: [(error as Error).message.split('\n')[0] ?? ''] }
    }
  }

  private async attempt(way: Way): Promise<Attempt> {
    const { act } = way
    if ('press' in act || 'play' in act) await this.leave()
    this.cms ??= await this.write('press' in act ? act.press : 'click')
    const scene = this.scene(this.cms)
    await this.bench.reset()
    const played = await this.perform(way, scene)
    this.cms = scene.cms
    const seen = await this.outcome(way, scene, played)
    const faults = played.leaves ? [] : await this.faultsOf(scene, played)
    const spent = faults.length > 0 || played.leaves || 'press' in act || (await scene.versions()) > 0
    if (spent) await this.leave()
    return { seen, faults }
  }

  /** Leaves the page; the next way gets a new article. Not awaited: Chromium leaves a close in a navigation unanswered now and then. */
  async leave(): Promise<void> {
    for (const page of this.bench.browser.pages().slice(1)) void page.close()
    this.cms = null
  }

  private scene(cms: CmsPage): Scene {
    const { bench, manner, editor } = this
    const { id } = cms
    return {
      ...{ bench, manner, editor, cms },
      write: (send) => this.write(send, id),
      versions: async () => (await bench.demo.store.read(id))?.versions.length ?? 0,
    }
  }

  private async write(send = 'click', id?: number): Promise<CmsPage> {
    const { bench, manner, editor } = this
    const article = id ?? (await bench.demo.store.create({ editor, title: '旧题' }, new Date().toISOString())).id
    await bench.reset()
    const page = await bench.browser.newPage()
    const path = manner === 'own' ? 'edit' : 'combined'
    await page.goto(`${bench.demo.origin}/admin/${path}?id=${article}&editor=${editor}&send=${send}`)
    await page.waitForSelector('form#article[data-ready]')
    const cms = new CmsPage(page, editor, bench.demo.origin)
    await page.fill('[name=title]', title)
    await cms.focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.insertText(body)
    await bench.until('page.check')
    return cms
  }

  private async perform({ act, name }: Way, scene: Scene): Promise<Played> {
    if ('press' in act) await scene.cms.publish()
    else if ('page' in act) await scene.cms.page.evaluate(scriptFor(act.page, this.manner, scene.cms.id))
    else if ('list' in act) {
      await this.save(scene.cms)
      const list = await this.bench.browser.newPage()
      await list.goto(`${this.bench.demo.origin}/admin/list`)
      await list.evaluate(scriptFor(act.list, this.manner, scene.cms.id))
    } else return await plays[name]!(scene)
    return {}
  }

  private async outcome({ stated }: Way, scene: Scene, { released = 0, seen }: Played): Promise<Seen> {
    if (seen !== undefined) return seen
    const look = async (): Promise<Seen> => {
      const out = (await scene.versions()) > released
      const { log, sent, refused } = await this.bench.inside(({ log, sent, refused }) => ({ log, sent, refused }), null)
      if (sent.some(({ comparison }) => comparison !== 'match')) return 'detected'
      if (out) return 'open'
      if (log.some(({ kind }) => kind === 'page.held')) return 'wrapper'
      if (refused.length > 0) return 'lock'
      return log.some(({ kind }) => kind === 'page.publish') && released === 0 ? 'guard' : 'nothing'
    }
    return await eventually(look, (answer) => answer === stated[this.manner], 8000)
  }

  /**
   * Whether the page stands where it stood with every character of the draft, and saves. By `evaluate` alone: Playwright waits for
   * ever for a navigation that the guard stopped.
   */
  private async faultsOf({ cms, versions }: Scene, { released = 0 }: Played): Promise<string[]> {
    const faults: string[] = []
    const { page } = cms
    const held = (await page.evaluate(inForm)) as { title: string; text: string } | null
    if (held === null) return [`the page went to ${page.url()}`]
    if (held.title !== title) faults.push('the title is another')
    if (!held.text.includes(body)) faults.push('the body is another')
    const before = await versions()
    const saved = await this.save(cms)
    if (saved.title !== title || !saved.content.includes('校服管理')) faults.push('保存草稿 did not go through')
    if (before > released && saved.versions.length > before) faults.push('the save published')
    return faults
  }

  private async save(cms: CmsPage): Promise<Article> {
    await cms.page.evaluate(`document.querySelector('#save').click()`)
    return await eventually(
      async () => (await this.bench.demo.store.read(cms.id))!,
      (one) => one.title === title && one.content.includes('校服管理'),
      5000,
    )
  }
}

const inForm = `(() => {
  const title = document.querySelector('form#article [name=title]')
  if (title === null) return null
  const frame = document.querySelector('#editor iframe')
  const text = frame === null ? document.querySelector('#editor textarea').value : frame.contentDocument.body.textContent
  return { title: title.value, text }
})()`
