import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { extname, join, normalize } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import { editorsFolder } from '../support/editors.ts'

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.gif': 'image/gif',
}
const here = fileURLToPath(new URL('.', import.meta.url))

/** `/editors/…` from the installed editors; `/assets/…` style sheets and scripts of the demo and how an editor is started, types erased on the way. */
export function assetRoutes(): Hono {
  const app = new Hono()
  app.get('/editors/*', async (c) => {
    const path = join(editorsFolder, normalize(decodeURIComponent(c.req.path.slice('/editors/'.length))))
    const found = await stat(path).catch(() => null)
    if (!path.startsWith(editorsFolder) || found === null || !found.isFile()) return c.notFound()
    c.header('content-type', types[extname(path)] ?? 'application/octet-stream')
    c.header('cache-control', 'max-age=86400')
    return c.body(Readable.toWeb(createReadStream(path)) as ReadableStream)
  })
  app.get('/assets/:folder{admin|site}/:name{[a-z]+\\.(css|ts)}', async (c) => {
    const { folder, name } = c.req.param()
    const script = name.endsWith('.ts')
    const text = await readFile(join(here, folder, script ? `client/${name}` : name), 'utf8').catch(() => null)
    if (text === null) return c.notFound()
    c.header('content-type', types[script ? '.js' : '.css'] ?? '')
    return c.body(script ? stripTypeScriptTypes(text) : text)
  })
  app.get('/test/support/starts/:name{[a-z0-9]+\\.ts}', async (c) => {
    const path = join(here, '../support/starts', c.req.param('name'))
    const text = await readFile(path, 'utf8').catch(() => null)
    if (text === null) return c.notFound()
    c.header('content-type', types['.js'])
    return c.body(stripTypeScriptTypes(text))
  })
  app.get('/favicon.ico', (c) => c.body(null, 204))
  return app
}
