import { afterAll, beforeAll, expect, test } from 'vitest'
import { words } from '../../extension/platform/text/common.ts'
import { panelText as text } from '../../extension/platform/text/panel.ts'
import { CmsPage } from './screens/cms.ts'
import { PanelPage } from './screens/panel.ts'
import { type Office, openOffice } from './stage/office.ts'
import { notice } from './story/shortcut.ts'

let office: Office

beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office?.close())

const NUMBER = '泉教规〔2026〕9号'

/** A published interpretation whose text is `content`. */
async function publishInterpretation(title: string, content: string): Promise<number> {
  const { store } = office.stage.demo
  const at = new Date().toISOString()
  const article = await store.create({ title, content, channel: '政策解读' }, at)
  await store.publish(article, at)
  return article.id
}

async function link(cms: CmsPage, form: string, article: number): Promise<void> {
  await cms.page.click('#relate')
  await cms.page.selectOption('#relate-form', form)
  await cms.page.selectOption('#relate-article', String(article))
  await cms.page.click('#relate-done')
}

test('a linked interpretation is opened: it names this document, or the panel says that it does not', async () => {
  const right = await publishInterpretation('校服管理办法解读', `<p>《泉州市校服管理办法》（${NUMBER}）解读。</p>`)
  const wrong = await publishInterpretation('食堂管理图解', '<p>学校食堂怎么管。</p>')
  const cms = await CmsPage.open(office.editor.context, office.stage.demo.origin, 'textarea')
  await cms.fill({
    ...{ ...notice.form, channel: '政策文件', documentNumber: NUMBER },
    title: '关于印发《泉州市校服管理办法》的通知',
  })
  await cms.paste(notice.text)
  await link(cms, '文字解读', right)
  await link(cms, '图片解读', wrong)
  const panel = await PanelPage.open(office.editor, cms.page)
  await panel.page.getByText(text.links.names(words.forms.text)).waitFor()
  await panel.page.getByText(text.links.other(words.forms.image)).waitFor()
  await panel.lists('缺少政策解读', false)
  expect(await panel.page.getByText(text.links.silent(words.forms.text)).count()).toBe(0)
})
