import { readFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { demoEditors } from '../../extension/adapters/profiles/demo.ts'
import { editorsFolder } from '../support/editors.ts'
import { type Served, serve } from '../support/serve.ts'

export type EditorName = (typeof demoEditors)[number]
export { demoEditors as editorNames }

/**
 * A CMS page with one editor. `window.make(holder)` starts one (`test/support/starts`); `window.api` is the one that was started when
 * `window.ready` is true. With `late=1` none is started. `#other` is a place for a second one.
 */
function page(name: EditorName, late: boolean): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${name}</title></head><body>
    <form id="article" action="/admin/publish" method="post"><input name="title" value="关于做好中小学校服管理工作的通知">
    <div id="editor"></div><button id="save" type="button">保存草稿</button><button id="publish" type="submit">发布</button></form>
    <div id="other"></div>
    <script type="module">
      import { make } from '/test/support/starts/${name}.ts'
      window.make = make
      if (${!late}) window.api = await make(document.querySelector('#editor'))
      window.ready = true
    </script></body></html>`
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' }
/** What the content scripts hash attachments with. */
const hashes = /^\/node_modules\/@noble\/hashes\/[\w/.-]+\.js$/
const ours = /^\/(extension|shared|test\/editors|test\/support\/starts)\/[\w/.-]+\.ts$/

function typed(body: string | Uint8Array<ArrayBuffer>, type: string): Response {
  return new Response(body, { headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'max-age=600' } })
}

/** An installed editor's file under `/editors/`, or a module of ours with its types erased; null for every other path. */
export async function answerFile(pathname: string): Promise<Response | null> {
  const file = normalize(decodeURIComponent(pathname))
  try {
    if (file.startsWith('/editors/'))
      return typed(await readFile(join(editorsFolder, file.slice(9))), types[extname(file)] ?? 'image/gif')
    if (ours.test(file)) {
      const script = stripTypeScriptTypes(await readFile(join(root, file), 'utf8'))
      // These are names of Node's and the bundler's; a browser knows paths.
      const named = script.replaceAll("'#shared/", "'/shared/").replaceAll("'@noble/", "'/node_modules/@noble/")
      return typed(named, 'text/javascript')
    }
    if (hashes.test(file)) return typed(await readFile(join(root, file)), 'text/javascript')
  } catch {
    // Not there: the answer below.
  }
  return null
}

async function answer(request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url)
  const name = demoEditors.find((editor) => editor === searchParams.get('editor'))
  if (pathname === '/admin/edit' && name !== undefined) return typed(page(name, searchParams.has('late')), 'text/html')
  if (pathname === '/blank') return typed('<!doctype html><title>blank</title><body></body>', 'text/html')
  return (await answerFile(pathname)) ?? new Response(null, { status: 404 })
}

/**
 * Serves one page an editor at `/admin/edit?editor=…`, the installed editors under `/editors/`, and the extension's own modules,
 * types erased, under `/extension/`, so that the tests run in a page exactly what the content scripts are built from.
 */
export function servePages(): Promise<Served> {
  return serve(answer, { port: 0, what: '编辑器测试页', flag: 'port' })
}
