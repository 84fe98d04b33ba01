import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { panelText as text } from '../../extension/platform/text/panel.ts'
import { fours } from '../support/egress.ts'
import { CmsPage } from './screens/cms.ts'
import { PanelPage } from './screens/panel.ts'
import { egressFaults } from './stage/egress.ts'
import { type Office, openOffice } from './stage/office.ts'
import { notice } from './story/shortcut.ts'

const title = '关于报送总结的通知（不存文本）'
const body =
  '石榴花开满操场，孩子们把纸鹤挂在窗台。\n\n学生陈某某，身份证号350583201503150027，家住梧桐巷尾。\n\n晨读之后清扫落叶，傍晚收起旗绳。'
let office: Office
const said: string[] = []

beforeAll(async () => {
  office = await openOffice('none')
  office.editor.context.on('console', (message) => said.push(message.text()))
  for (const worker of office.editor.context.serviceWorkers())
    worker.on('console', (message) => said.push(message.text()))
})
afterAll(() => office?.close())

/** Files of the profile that hold one of these, by name. */
async function filesWith(folder: string, needles: readonly Buffer[]): Promise<string[]> {
  const found: string[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    const bytes = await readFile(file).catch(() => Buffer.alloc(0))
    if (needles.some((needle) => bytes.includes(needle))) found.push(file.slice(folder.length))
  }
  return found
}

const encoded = (words: readonly string[]): Buffer[] =>
  words.flatMap((word) => [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')])

test('under draftText: none a held, disputed and submitted draft leaves the browser by no character of its body', async () => {
  const { stage, editor } = office
  const cms = await CmsPage.open(editor.context, stage.demo.origin, 'textarea')
  await cms.fill({ ...notice.form, title })
  await cms.paste(body)
  await cms.save()
  const panel = await PanelPage.open(editor, cms.page)
  await panel.lists('身份')
  await cms.page.bringToFront()
  await cms.publish()
  await panel.page.getByText(text.held).waitFor()
  await panel.submit('请审。')
  await panel.says('submitted')
  const { id } = cms
  const sent = editor.egress.requests.filter(({ url }) => url.endsWith('/v1/reviews'))
  expect(sent.map(({ method }) => method)).toContain('POST')
  expect(sent[0]?.body).toContain(title)
  expect(await egressFaults(editor.egress.requests, stage, false, [])).toEqual([])
  // The recorder does see a draft where one is sent: to the CMS, which the page itself is from.
  const toCms = editor.egress.requests.filter(({ url }) => url.endsWith('/admin/save'))
  expect(
    fours(
      decodeURIComponent(
        toCms
          .map((one) => one.body)
          .join('\n')
          .replaceAll('+', ' '),
      ),
    ).has('石榴花开'),
  ).toBe(true)
  const forged = toCms.map((one) => ({ ...one, host: new URL(stage.worker.origin).host }))
  expect(await egressFaults(forged, stage, false, [])).not.toEqual([])
  expect(said.filter((line) => [...fours(line)].some((run) => fours(body).has(run)))).toEqual([])

  await editor.context.close()
  const ours = (file: string): boolean => file.includes(new URL(editor.extension).host)
  const needles = encoded(['石榴花开', '纸鹤挂在', '梧桐巷尾', '清扫落叶', '收起旗绳', '350583201503150027'])
  expect((await filesWith(office.profile, needles)).filter(ours)).toEqual([])
  // What rests there in the clear is found: the article's address.
  expect((await filesWith(office.profile, encoded([`id=${id}&editor=textarea`]))).filter(ours)).not.toEqual([])
})
