import { Hono } from 'hono'
import { channels, editors, oneOf } from '../article.ts'
import { articlePage } from '../site/article.ts'
import type { Store } from '../store.ts'
import { actionRoutes } from './actions.ts'
import { editPage } from './edit.ts'
import { listPage } from './list.ts'
import { relationView } from './relation.ts'
import { wanted } from './wanted.ts'

const sends = ['click', 'requestSubmit', 'submit', 'fetch', 'xhr', 'beacon', 'iframe', 'blank'] as const
/** By which way the page sends its publish request: real CMSs use them all. */
export type Send = (typeof sends)[number]

/** The back office. It has no sign-in: it imitates the inside of a CMS and listens on this machine only. */
export function adminRoutes(store: Store, now: () => string): Hono {
  const app = new Hono()
  app.get('/', (c) => c.redirect('/admin/list', 302))
  app.get('/list', async (c) => {
    const channel = oneOf(channels, c.req.query('channel'))
    const all = await store.list()
    return c.html(listPage(all, channel, c.req.query('published')))
  })
  app.get('/new', async (c) => {
    const editor = oneOf(editors, c.req.query('editor')) ?? 'tinymce'
    const article = await store.create(
      { editor, channel: oneOf(channels, c.req.query('channel')) ?? '政策文件' },
      now(),
    )
    return c.redirect(`/admin/edit?id=${article.id}&editor=${editor}`, 303)
  })
  // The same form twice: with addresses of its own for 保存 and 发布, and with one for both.
  app.get('/:page{edit|combined}', async (c) => {
    const combined = c.req.param('page') === 'combined'
    const article = await wanted(store, c.req.query('id'))
    const editor = oneOf(editors, c.req.query('editor')) ?? article.editor
    const send = oneOf(sends, c.req.query('send')) ?? 'click'
    const linkable = (await store.list()).filter((other) => other.channel === '政策解读' && other.id !== article.id)
    return c.html(
      editPage({ article, editor, send, combined, linkable, relations: await relationView(store, article) }),
    )
  })
  app.get('/preview', async (c) => {
    const article = await wanted(store, c.req.query('id'))
    return c.html(articlePage(article, article, await relationView(store, article), now()))
  })
  app.route('/', actionRoutes(store, now))
  return app
}
