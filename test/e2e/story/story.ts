import type { Page } from 'playwright-core'
import { type EditorName, publicPath } from '../../demo/article.ts'
import { CmsPage } from '../screens/cms.ts'
import { marksBecome } from '../screens/marks.ts'
import { PanelPage } from '../screens/panel.ts'
import { PATIENCE } from '../screens/patience.ts'
import type { Person } from '../stage/person.ts'
import type { Stage } from '../stage/stage.ts'
import { type Policy, pupil } from './policy.ts'
import { newestReview, proveDecision } from './prove.ts'
import { decide } from './review.ts'

export interface Cast {
  stage: Stage
  editor: Person
  reviewer: Person
}

/** One line of the story: who does what, what that person then sees, and how long it took. */
export interface Told {
  who: string
  does: string
  sees: string
  ms: number
}

export interface Audience {
  told(line: Told): void
  /** A picture of the CMS page and what stands beside it. */
  picture(name: string, ...pages: Page[]): Promise<void>
}

/** What the steps share: who plays, the page being edited, the panel beside it, and how a step is told. */
interface Scene extends Cast {
  cms: CmsPage
  panel: PanelPage
  policy: Policy
  audience: Audience
  step(who: string, does: string, act: () => Promise<string>): Promise<void>
}

function expectThat(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise)
}

async function publishedVersions(stage: Stage, id: number): Promise<number> {
  return (await stage.demo.store.read(id))?.versions.length ?? 0
}

/** 发布 is pressed and nothing goes out: the panel says why, the page stands as it was. */
async function pressAndHold({ stage, cms, panel }: Scene): Promise<string> {
  const before = await cms.text()
  await cms.publish()
  const said = await panel.says('blocked', 'every', 'changed', 'review', 'unread')
  await panel.page.getByText('刚才的发布已暂停').waitFor()
  expectThat((await publishedVersions(stage, cms.id)) === 0, 'a held draft was published')
  expectThat((await cms.text()) === before, 'the draft is another after the hold')
  return said
}

async function writeAndFix(scene: Scene): Promise<void> {
  const { cms, panel, policy, audience, step } = scene
  await step('信息员', `把${policy.from}贴进编辑器，按发布`, async () => {
    await cms.fill(policy.form)
    await cms.paste(policy.text)
    await panel.lists('缺少政策解读')
    const said = await pressAndHold(scene)
    return `${said}；缺少政策解读`
  })
  await step('信息员', '加一段学生信息', async () => {
    await cms.append(pupil.paragraph)
    const marks = await marksBecome(cms, (all) => all.includes(cms.editor === 'textarea' ? '' : pupil.number))
    await panel.lists('身份')
    const [found] = (await panel.findings()).filter(({ title }) => title.includes('身份'))
    expectThat(found?.quote.includes(pupil.number) === false, 'the panel shows the whole number')
    await panel.reveal('身份')
    await audience.picture('2-found', cms.page, panel.page)
    return `${found?.title}（${found?.place}，${found?.quote}），正文中标出 ${marks.length} 处`
  })
  await step('信息员', '再按发布', async () => await pressAndHold(scene))
  await step('信息员', '删去这一段，关联解读', async () => {
    await cms.deleteLast(pupil.paragraph)
    await cms.linkInterpretation('文字解读')
    await panel.lists('身份', false)
    await panel.lists('缺少政策解读', false)
    return await panel.says('every', 'review', 'unread', 'confirm')
  })
}

async function sendAndDecide({ stage, reviewer, panel, policy, audience, step }: Scene): Promise<void> {
  await step('信息员', '送审', async () => {
    await panel.submit('请审。')
    return await panel.says('submitted')
  })
  await step('审核人', '打开审核页面，勾选五关，写明理由，同意', async () => {
    const { id } = await newestReview(stage, policy.form.title)
    const { page, said } = await decide(reviewer, id, '文号、依据、口径均已核对，同意公开。')
    await audience.picture('6-review', page)
    await page.close()
    return said
  })
  await step('信息员', '看侧边栏', async () => {
    await panel.recheck()
    return await panel.says('approved')
  })
}

async function changeAndPublish({ cms, panel, audience, step }: Scene): Promise<void> {
  await step('信息员', '改动一个字', async () => {
    await cms.insertFirst('5')
    const said = await panel.says('changed')
    const { added } = await panel.changes()
    expectThat(
      added.some((block) => block.startsWith('5')),
      `the changed block is not shown: ${added.join(' / ')}`,
    )
    await audience.picture('7-void', cms.page, panel.page)
    return `${said} 改动的地方：“${added[0]?.slice(0, 12)}…”`
  })
  await step('信息员', '撤销改动', async () => {
    await cms.undo()
    return await panel.says('approved')
  })
  await step('信息员', '按发布', async () => {
    await cms.publish()
    await cms.page.waitForSelector('#published', { timeout: PATIENCE })
    return (await cms.page.textContent('#published'))?.trim() ?? ''
  })
}

async function readPublicPage({ stage, cms, policy, audience }: Scene, id: number): Promise<string> {
  const article = (await stage.demo.store.read(id))!
  expectThat(article.versions.length === 1, `published ${article.versions.length} times`)
  await cms.page.goto(`${stage.demo.origin}${publicPath(article)}`)
  const words = ((await cms.page.textContent('#content')) ?? '').replaceAll(/\s/g, '')
  expectThat(words === policy.text.replaceAll(/\s/g, ''), 'the public page has another text than the approved one')
  await audience.picture('9-public', cms.page)
  return `${article.indexNumber} ${cms.page.url()}`
}

/** The story of issue 2 from the first paste to the verified proof, in one editor. Rejects at the first thing that is not as told. */
export async function playStory(cast: Cast, name: EditorName, policy: Policy, audience: Audience): Promise<void> {
  const { stage, editor } = cast
  const cms = await CmsPage.open(editor.context, stage.demo.origin, name)
  const panel = await PanelPage.open(editor, cms.page)
  const id = cms.id
  const step: Scene['step'] = async (who, does, act) => {
    const start = performance.now()
    try {
      const sees = await act()
      audience.told({ who, does, sees, ms: Math.round(performance.now() - start) })
    } catch (cause) {
      throw new Error(`${name}: ${who}${does}: ${(cause as Error).message}`, { cause })
    }
  }
  const scene: Scene = { ...cast, cms, panel, policy, audience, step }
  await writeAndFix(scene)
  await audience.picture('4-ready', cms.page, panel.page)
  await sendAndDecide(scene)
  await changeAndPublish(scene)
  await step('公众', '打开公开页面', async () => await readPublicPage(scene, id))
  await step('监督员', '导出存证证明，离线验证，再改动一个比特', async () => {
    return await proveDecision(stage, policy.form.title)
  })
  await panel.page.close()
  await cms.page.close()
}
