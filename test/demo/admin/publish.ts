import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { Store } from '../store.ts'
import { applyForm } from './form.ts'
import { wanted } from './wanted.ts'

type Fields = FormData | URLSearchParams

/** What else makes an article of this CMS public: 批量发布, 定时发布, 恢复 from the history. */
const others = ['bulk', 'schedule', 'restore'] as const

/** The fields of the body, or of the address where there is none. */
async function fieldsOf(c: Context): Promise<Fields> {
  const typed = /form/.test(c.req.header('content-type') ?? '')
  if (typed) return await c.req.formData()
  const text = await c.req.text()
  return new URLSearchParams(text === '' ? new URL(c.req.url).search : text)
}

/**
 * Two manners of CMS. `/publish` and what lies under it only publish, each at an address of its own. `/combined/submit` saves and
 * publishes at one address, told apart by the field `action`, as WordPress does.
 */
export function publishActions(store: Store, now: () => string): Hono {
  const app = new Hono()
  const act = async (c: Context, action: string, fields: Fields): Promise<Response> => {
    const article = await wanted(store, fields.get('id'))
    if (action === 'save' || action === 'autosave') {
      const saved = applyForm(article, fields, now())
      await store.write(saved)
      return c.json({ id: saved.id, savedAt: saved.savedAt })
    }
    // 批量发布 and 定时发布 take what was saved; 恢复 takes what the history holds. A time that has come is now.
    const typed = action === 'publish' ? applyForm(article, fields, now()) : article
    await store.publish(typed, now())
    return fields.get('answer') === 'page'
      ? c.html(html`<p id="published">已发布</p>`)
      : c.redirect(`/admin/list?published=${article.id}`, 303)
  }
  app.all('/publish', async (c) => act(c, 'publish', await fieldsOf(c)))
  for (const action of others) app.all(`/publish/${action}`, async (c) => act(c, action, await fieldsOf(c)))
  app.all('/combined/submit', async (c) => {
    const fields = await fieldsOf(c)
    return act(c, String(fields.get('action') ?? new URL(c.req.url).searchParams.get('action')), fields)
  })
  return app
}
