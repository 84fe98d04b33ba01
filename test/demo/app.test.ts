import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { demoApp } from './app.ts'
import { type Article, publicPath } from './article.ts'
import { Store } from './store.ts'

const at = '2026-06-12T01:30:00.000Z'
let store: Store
let app: ReturnType<typeof demoApp>

beforeEach(async () => {
  store = await Store.open(await mkdtemp(join(tmpdir(), 'menxia-demo-')))
  app = demoApp(store, () => at)
})

function post(path: string, fields: Record<string, string>) {
  return app.request(path, { method: 'POST', body: new URLSearchParams(fields) })
}

async function page(article: Article): Promise<string> {
  return await (await app.request(publicPath(article))).text()
}

const read = async (id: number): Promise<Article> => (await store.read(id))!

describe('the demo back office', () => {
  it('shows the public what was published, not what was saved afterwards', async () => {
    const { id } = await store.create({ editor: 'textarea' }, at)
    await post('/admin/publish', {
      id: `${id}`,
      title: '甲<b>',
      content: '第一段\n第二段',
      documentNumber: '泉教规〔2026〕3号',
    })
    await post('/admin/save', { id: `${id}`, title: '乙', content: '改动' })
    const html = await page(await read(id))
    expect(html).toContain('<h1>甲&lt;b&gt;</h1>')
    expect(html).toContain('<p>第二段</p>')
    expect(html).toContain('泉教规〔2026〕3号')
    expect(html).not.toContain('改动')
    expect((await read(id)).title).toBe('乙')
  })

  it('publishes nothing by saving or previewing', async () => {
    const { id } = await store.create({}, at)
    await post('/admin/save', { id: `${id}`, title: '未发布' })
    await app.request(`/admin/preview?id=${id}`)
    expect((await read(id)).versions).toEqual([])
    expect((await app.request(publicPath(await read(id)))).status).toBe(404)
  })

  it('keeps everything over a restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'menxia-demo-'))
    const before = await Store.open(folder)
    const { id } = await before.publish(await before.create({ title: '在' }, at), at)
    const after = await Store.open(folder)
    expect(await after.read(id)).toEqual(await before.read(id))
    expect((await after.create({}, at)).id).toBe(id + 1)
  })

  it('links an interpretation with the state it is in when the page is read', async () => {
    const draft = await store.create({ channel: '政策解读', title: '图解一' }, at)
    const { id } = await store.create({}, at)
    const link = { id: `${id}`, form: '图片解读', article: `${draft.id}` }
    expect(await (await post('/admin/relate', link)).json()).toMatchObject([{ status: '草稿', form: '图片解读' }])
    await post('/admin/publish', { id: `${id}`, title: '政策' })
    expect(await page(await read(id))).not.toContain('图解一')
    await store.publish(draft, at)
    expect(await page(await read(id))).toContain('图解一')
  })

  it('keeps an uploaded file byte for byte under its own name', async () => {
    const { id } = await store.create({}, at)
    const body = new FormData()
    body.append('id', `${id}`)
    body.append('file', new File([new Uint8Array([0, 255, 13, 10])], '附件 1.pdf'))
    const answer = await app.request('/admin/upload', { method: 'POST', body })
    const [file] = (await answer.json()) as Article['attachments']
    const download = await app.request(`/files/${file?.id}/x.pdf`)
    expect([file?.name, file?.size]).toEqual(['附件 1.pdf', 4])
    expect(new Uint8Array(await download.arrayBuffer())).toEqual(new Uint8Array([0, 255, 13, 10]))
  })

  it.each(['/admin/edit?id=1', '/admin/edit?id=../../x', '/files/..%2f..%2fx/y', '/zwgk/202606/t20260612_9.htm'])(
    'answers 404 to %s',
    async (path) => {
      expect((await app.request(path)).status).toBe(404)
    },
  )

  it('lets no script of an article run on the public site', async () => {
    const { id } = await store.create({ editor: 'tinymce', content: '<script>1</script>' }, at)
    await post('/admin/publish', { id: `${id}` })
    const answer = await app.request(publicPath(await read(id)))
    expect(answer.headers.get('content-security-policy')).toBe("script-src 'none'")
  })
})
