import { Hono } from 'hono'
import { html } from 'hono/html'
import { relationView } from '../admin/relation.ts'
import { type Article, channels, dayOf, publicPath } from '../article.ts'
import type { Store } from '../store.ts'
import { articlePage } from './article.ts'
import { siteLayout } from './layout.ts'

function line(article: Article) {
  const version = article.versions.at(-1)!
  return html`<li><a href="${publicPath(article)}">${version.title}</a><time>${dayOf(version.publishedAt)}</time></li>`
}

/** What the public sees: published versions only, and no script that an article might carry. */
export function siteRoutes(store: Store): Hono {
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    c.header('content-security-policy', "script-src 'none'")
  })
  app.get('/', async (c) => {
    const channel = channels.find((word) => word === c.req.query('channel'))
    const published = (await store.list()).filter((article) => article.versions.length > 0)
    const shown = published.filter((one) => channel === undefined || one.versions.at(-1)?.channel === channel)
    const word = channel ?? '最新公开'
    return c.html(siteLayout(word, word, {}, html`<h2>${word}</h2><ul class="lines">${shown.map(line)}</ul>`))
  })
  app.get('/zwgk/:month/:page', async (c) => {
    const article = await store.read(Number(/_(\d+)\.htm$/.exec(c.req.param('page'))?.[1]))
    const version = article?.versions.at(-1)
    if (article === null || version === undefined || c.req.path !== publicPath(article)) return c.notFound()
    const relations = await relationView(store, { ...article, relations: version.relations })
    return c.html(articlePage(article, version, relations, version.publishedAt))
  })
  app.get('/files/:id/:name', async (c) => {
    const bytes = await store.readFile(c.req.param('id'))
    if (bytes === null) return c.notFound()
    const name = encodeURIComponent(c.req.param('name'))
    c.header('content-disposition', `attachment; filename*=UTF-8''${name}`)
    return c.body(bytes)
  })
  return app
}
