import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Draft } from '../../../shared/draft/draft.ts'
import { CmsPage } from '../screens/cms.ts'
import { GateBench } from './bench.ts'

let gate: GateBench
let cms: CmsPage

beforeAll(async () => {
  gate = await GateBench.open()
})
afterAll(() => gate?.close())
beforeEach(() => gate.reset())
afterEach(() => {
  void cms.page.close()
})

const editors = ['tinymce', 'ueditor', 'wangeditor', 'textarea'] as const
const painted = async () => (await cms.frame()).evaluate(() => Array.from(CSS.highlights.get('menxia') ?? [], String))
const read = () => gate.inside((standIn) => standIn.ask('page.read', {}), null) as Promise<{ draft: Draft }>

async function write(editor: (typeof editors)[number], text: string): Promise<void> {
  cms = await CmsPage.open(gate.browser, gate.demo.origin, editor)
  await cms.focus()
  await cms.page.keyboard.insertText(text)
}

describe.each(editors)('%s', (editor) => {
  test('the draft is read whole', async () => {
    await write(editor, '各县（市、区）教育局：请做好校服管理。')
    await cms.fill({
      title: '关于校服的通知',
      documentNumber: '泉教办〔2026〕7号',
      channel: '通知公告',
      datedOn: '2026-06-01',
      department: '办公室',
    })
    await cms.page.setInputFiles('#upload', {
      name: '附件1：汇总表.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.alloc(300),
    })
    await cms.page.waitForSelector('#attachments > li')
    await cms.linkInterpretation('图片解读')
    // The file is being fetched and hashed; until then it is named as not read.
    await expect.poll(async () => (await read()).draft.unread, { timeout: 10_000 }).toEqual([])
    const { draft } = await read()
    expect(draft).toMatchObject({
      title: '关于校服的通知',
      documentNumber: '泉教办〔2026〕7号',
      channel: '通知公告',
      disclosureClass: 'proactive',
      datedOn: '2026-06-01',
      department: '办公室',
      attachments: [{ name: '附件1：汇总表.xlsx', size: 300, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
      interpretations: [{ form: 'image' }],
      unread: [],
    })
    expect(draft.body.source).toContain('校服管理')
  })

  if (editor !== 'textarea')
    test('marks stand in the editable’s own frame, and again after reopening', async () => {
      await write(editor, '学校与校服')
      await expect.poll(painted, { timeout: 10_000 }).toEqual(['校', '校'])
      await cms.save()
      await cms.page.reload()
      await cms.page.waitForSelector('form#article[data-ready]')
      await expect.poll(painted, { timeout: 10_000 }).toEqual(['校', '校'])
    })

  test('恢复 puts a kept draft back through the editor’s own door', async () => {
    await write(editor, '改坏了的稿件')
    const { draft } = await read()
    const source = editor === 'textarea' ? '原来的第一段\n第二段' : '<p>原来的第一段</p><p>第二段</p>'
    const kept = { ...draft, title: '原来的标题', body: { ...draft.body, source } }
    expect(await gate.inside((standIn, given) => standIn.ask('page.restore', { draft: given }), kept)).toEqual({
      restored: true,
      unread: [],
    })
    expect(await cms.page.inputValue('[name=title]')).toBe('原来的标题')
    await expect.poll(() => cms.text(), { timeout: 10_000 }).toBe('原来的第一段第二段')
  })
})

test('a page without a profile keeps nothing of ours', async () => {
  cms = await CmsPage.open(gate.browser, gate.demo.origin, 'textarea')
  await cms.page.goto(`${gate.demo.origin}/admin/list`)
  const natives = () =>
    cms.page.evaluate(() =>
      [window.fetch, HTMLFormElement.prototype.submit, XMLHttpRequest.prototype.send].every((one) =>
        String(one).includes('[native code]'),
      ),
    )
  await expect.poll(natives, { timeout: 10_000 }).toBe(true)
  expect(await cms.page.evaluate(() => document.documentElement.children.length)).toBe(2)
})

test('what a hostile page says to us changes nothing', async () => {
  await write('tinymce', '校服')
  await cms.page.evaluate(`
    for (const data of [{ 'menxia:port': true }, { kind: 'release', control: '#publish', window: 5000 }, { kind: 'leave' }]) {
      const { port1, port2 } = new MessageChannel()
      window.postMessage(data, '*', [port2])
      port1.postMessage({ kind: 'release', control: '#publish', window: 5000 })
      port1.postMessage({ kind: 'leave' })
      window.dispatchEvent(new CustomEvent('menxia:port', { detail: data }))
    }`)
  await cms.page.evaluate(() => new Promise((resolve) => setTimeout(resolve)))
  await cms.page.evaluate(`fetch('/admin/publish', { method: 'POST', body: 'id=1' }).catch(() => {})`)
  await gate.until('page.held')
  expect((await gate.demo.store.read(cms.id))!.versions).toEqual([])
})

test('the page can read no more of us than a neutral name and a count', async () => {
  await write('tinymce', '校服')
  await expect.poll(painted, { timeout: 10_000 }).toEqual(['校'])
  await cms.publish()
  await gate.until('page.publish')
  const seen = await (await cms.frame()).evaluate(() => [...CSS.highlights.keys()])
  expect(seen).toEqual(['menxia'])
  const words = await cms.page.evaluate(() =>
    ['依据', '身份证', '禁止发布', '需复核', '通过', '送审', '审核'].filter((word) =>
      (window as unknown as { find(text: string): boolean }).find(word),
    ),
  )
  expect(words).toEqual([])
})
