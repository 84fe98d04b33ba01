import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Served, serve } from './serve.ts'
import { installWordPress } from './wordpress.ts'
import { configuration, editPage } from './wordpress-plugin.ts'

interface PhpAnswer {
  httpStatusCode: number
  headers: Record<string, string[]>
  bytes: Uint8Array<ArrayBuffer>
}
interface Php {
  mkdir(path: string): void
  mount(path: string, handler: unknown): Promise<unknown>
}
interface Asked {
  url: string
  method: string
  headers: Record<string, string>
  body?: Uint8Array
}
interface Handler {
  request(asked: Asked): Promise<PhpAnswer>
}
interface Universal {
  PHP: new (runtime: number) => Php
  PHPRequestHandler: new (options: object) => Handler
}
interface PhpNode {
  loadNodeRuntime(version: string, options: object): Promise<number>
  createNodeFsMountHandler(folder: string): unknown
}

const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.woff2': 'font/woff2',
}

async function load<T>(folder: string, name: string): Promise<T> {
  return (await import(/* @vite-ignore */ pathToFileURL(join(folder, 'node_modules', name, 'index.js')).href)) as T
}

async function startPhp(folder: string, site: string, origin: string): Promise<Handler> {
  const { loadNodeRuntime, createNodeFsMountHandler } = await load<PhpNode>(folder, '@php-wasm/node')
  const { PHP, PHPRequestHandler } = await load<Universal>(folder, '@php-wasm/universal')
  return new PHPRequestHandler({
    documentRoot: '/wordpress',
    absoluteUrl: origin,
    // One PHP, and so one request at a time: SQLite has one writer anyway.
    maxPhpInstances: 1,
    phpFactory: async () => {
      const php = new PHP(await loadNodeRuntime('8.3', { emscriptenOptions: { processId: 1 } }))
      php.mkdir('/wordpress')
      await php.mount('/wordpress', createNodeFsMountHandler(site))
      return php
    },
  })
}

/** What a browser loads comes straight from the disk: PHP would need seconds for all the scripts of the block editor. */
async function fileOf(site: string, pathname: string): Promise<Response | null> {
  const path = join(site, normalize(decodeURIComponent(pathname)))
  const type = types[extname(path)]
  if (
    type === undefined ||
    !(await stat(path).then(
      (found) => found.isFile(),
      () => false,
    ))
  )
    return null
  const headers = { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'max-age=86400' }
  return new Response(new Uint8Array(await readFile(path)), { headers })
}

/**
 * A real WordPress on a free port, with data of its own that goes when it is closed. `also` answers paths that are the tests' own. The
 * person is the administrator, without signing in.
 */
export async function startWordPress(also: (pathname: string) => Promise<Response | null>): Promise<Served> {
  const folder = await installWordPress()
  const kept = await mkdtemp(join(tmpdir(), 'menxia-wordpress-'))
  const site = join(kept, 'site')
  await cp(join(folder, 'site'), site, { recursive: true })
  await mkdir(join(site, 'wp-content/mu-plugins'), { recursive: true })
  await writeFile(join(site, 'wp-content/mu-plugins/menxia-test.php'), editPage)
  let php: Handler | null = null
  let last: Promise<unknown> = Promise.resolve()
  // There is one PHP, and it turns away who waits for it too long.
  const inTurn = (asked: Asked): Promise<PhpAnswer> => {
    const answered = last.then(() => php!.request(asked))
    last = answered.catch(() => {})
    return answered
  }
  const answer = async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url)
    const file = (await also(pathname)) ?? (await fileOf(site, pathname))
    if (file !== null) return file
    const body = new Uint8Array(await request.arrayBuffer())
    const asked = { url: pathname + search, method: request.method, headers: Object.fromEntries(request.headers) }
    const { httpStatusCode, headers, bytes } = await inTurn({ ...asked, ...(body.length > 0 ? { body } : {}) })
    const pairs = Object.entries(headers).flatMap(([name, values]) =>
      values.map((value): [string, string] => [name, value]),
    )
    return new Response([204, 304].includes(httpStatusCode) ? null : bytes, { status: httpStatusCode, headers: pairs })
  }
  const served = await serve(answer, { port: 0, what: 'WordPress', flag: 'port' })
  const config = join(site, 'wp-config.php')
  await writeFile(config, (await readFile(config, 'utf8')).replace('<?php', `<?php ${configuration(served.origin)}`))
  php = await startPhp(folder, site, served.origin)
  const close = async (): Promise<void> => {
    await served.close()
    await rm(kept, { recursive: true, force: true })
  }
  return { origin: served.origin, close }
}
