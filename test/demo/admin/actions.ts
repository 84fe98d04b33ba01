import { Hono } from 'hono'
import { forms, oneOf } from '../article.ts'
import type { Store } from '../store.ts'
import { applyForm } from './form.ts'
import { publishActions } from './publish.ts'
import { relationView } from './relation.ts'
import { wanted } from './wanted.ts'

/** What the edit page sends: 保存草稿, 发布, attachments, interpretations. */
export function actionRoutes(store: Store, now: () => string): Hono {
  const app = new Hono()
  app.post('/save', async (c) => {
    const form = await c.req.formData()
    const article = applyForm(await wanted(store, form.get('id')), form, now())
    await store.write(article)
    return c.json({ id: article.id, savedAt: article.savedAt })
  })
  app.route('/', publishActions(store, now))
  app.post('/upload', async (c) => {
    const form = await c.req.formData()
    const article = await wanted(store, form.get('id'))
    for (const file of form.getAll('file')) {
      if (!(file instanceof File)) continue
      article.attachments.push(await store.keepFile(file.name, new Uint8Array(await file.arrayBuffer())))
    }
    await store.write(article)
    return c.json(article.attachments)
  })
  app.post('/relate', async (c) => {
    const form = await c.req.formData()
    const article = await wanted(store, form.get('id'))
    const slot = oneOf(forms, form.get('form')) ?? '文字解读'
    const id = crypto.randomUUID()
    const dueOn = String(form.get('dueOn') ?? '')
    const plan = { id, form: slot, title: String(form.get('title') ?? '') || '解读方案', dueOn }
    article.relations.push(form.get('article') ? { id, form: slot, article: Number(form.get('article')) } : plan)
    await store.write(article)
    return c.json(await relationView(store, article))
  })
  app.post('/remove', async (c) => {
    const form = await c.req.formData()
    const article = await wanted(store, form.get('id'))
    article.attachments = article.attachments.filter((file) => file.id !== form.get('item'))
    article.relations = article.relations.filter((relation) => relation.id !== form.get('item'))
    await store.write(article)
    return c.json({ attachments: article.attachments, relations: await relationView(store, article) })
  })
  return app
}
