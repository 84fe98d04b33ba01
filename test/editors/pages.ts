import { readFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { demoEditors } from '../../extension/adapters/profiles/demo.ts'
import { editorScripts, editorsFolder } from '../support/editors.ts'
import { type Served, serve } from '../support/serve.ts'

export type EditorName = (typeof demoEditors)[number]
export { demoEditors as editorNames }

/**
 * How a CMS page starts each editor. Every page offers the same four words to the tests: `ready`, `api.set(html)`,
 * `api.get()` (what it would submit), `api.undo()`, `api.focus()`.
 */
const starts: Record<EditorName, string> = {
  textarea: `
    const area = document.querySelector('[name=content]'); area.hidden = false
    window.api = { set: (html) => { area.value = html }, get: () => area.value, undo: () => document.execCommand('undo'), focus: () => area.focus() }
    window.ready = true`,
  tinymce: `
    tinymce.init({ selector: '[name=content]', license_key: 'gpl', height: 400, promotion: false, plugins: 'table lists link image code',
      // A CMS that keeps addresses as they were written, as the Chinese ones do.
      convert_urls: false, entity_encoding: 'raw', placeholder: '请输入正文',
      init_instance_callback: (editor) => {
        window.api = { set: (html) => { editor.setContent(html); editor.undoManager.clear(); editor.undoManager.add() }, get: () => editor.getContent(), undo: () => editor.undoManager.undo(), focus: () => editor.focus() }
        window.ready = true
      } })`,
  ueditor: `
    const editor = UE.getEditor('ueditor-holder', { toolbars: [['undo', 'redo', 'bold']], initialFrameHeight: 300, autoHeightEnabled: false, enableAutoSave: false, elementPathEnabled: false, wordCount: false, serverUrl: '' })
    editor.ready(() => {
      window.api = { set: (html) => { editor.setContent(html); editor.undoManger.reset(); editor.undoManger.save() }, get: () => editor.getContent(), undo: () => editor.execCommand('undo'), focus: () => editor.focus(true) }
      window.ready = true
    })`,
  // Made anew for each body: its own setHtml leaves parts of a table behind, and breaks on them.
  wangeditor: `
    let editor = null
    const config = { placeholder: '请输入正文', onChange: (one) => { document.querySelector('[name=content]').value = one.getHtml() } }
    const make = (html) => {
      editor?.destroy()
      const box = document.createElement('div')
      box.style.height = '100%'
      document.querySelector('#holder').replaceChildren(box)
      editor = window.wangEditor.createEditor({ selector: box, html: html || '<p><br></p>', config })
    }
    make('')
    window.api = { set: make, get: () => editor.getHtml(), undo: () => editor.undo(), focus: () => editor.focus() }
    window.ready = true`,
}

const heads: Record<EditorName, string> = {
  textarea: '',
  tinymce: script('tinymce'),
  ueditor: `<script>window.UEDITOR_HOME_URL = '/editors/ueditor/'</script>${script('ueditorConfig')}${script('ueditor')}${script('ueditorLanguage')}`,
  wangeditor: `<link rel="stylesheet" href="/editors/${editorScripts.wangeditorStyle}">${script('wangeditor')}`,
}

const holders: Record<EditorName, string> = {
  textarea: '<textarea name="content" rows="20" cols="80"></textarea>',
  tinymce: '<textarea name="content"></textarea>',
  ueditor: '<script id="ueditor-holder" type="text/plain"></script><input type="hidden" name="content">',
  wangeditor: '<div id="holder" style="height:400px"></div><textarea name="content" hidden></textarea>',
}

function script(name: keyof typeof editorScripts): string {
  return `<script src="/editors/${editorScripts[name]}"></script>`
}

function page(name: EditorName): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${name}</title>${heads[name]}</head><body>
    <form id="article" action="/admin/publish" method="post"><input name="title" value="关于做好中小学校服管理工作的通知">
    <div id="editor">${holders[name]}</div><button id="save" type="button">保存草稿</button><button id="publish" type="submit">发布</button></form>
    <script>${starts[name]}</script></body></html>`
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' }

async function answer(request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url)
  const typed = (body: string | Uint8Array<ArrayBuffer>, type: string): Response =>
    new Response(body, { headers: { 'content-type': `${type}; charset=utf-8` } })
  const name = demoEditors.find((editor) => editor === searchParams.get('editor'))
  if (pathname === '/admin/edit' && name !== undefined) return typed(page(name), 'text/html')
  if (pathname === '/blank') return typed('<!doctype html><title>blank</title><body></body>', 'text/html')
  const file = normalize(decodeURIComponent(pathname))
  try {
    if (file.startsWith('/editors/'))
      return typed(await readFile(join(editorsFolder, file.slice(9))), types[extname(file)] ?? 'image/gif')
    if (file === '/test/editors/inside.ts' || (file.startsWith('/extension/') && file.endsWith('.ts')))
      return typed(stripTypeScriptTypes(await readFile(join(root, file), 'utf8')), 'text/javascript')
  } catch {
    // Not there: the answer below.
  }
  return new Response(null, { status: 404 })
}

/**
 * Serves one page an editor at `/admin/edit?editor=…`, the installed editors under `/editors/`, and the extension's own modules,
 * types erased, under `/extension/`, so that the tests run in a page exactly what the content scripts are built from.
 */
export function servePages(): Promise<Served> {
  return serve(answer, { port: 0, what: '编辑器测试页', flag: 'port' })
}
