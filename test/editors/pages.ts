import { createReadStream } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { demoEditors } from '../../extension/adapters/profiles/demo.ts'
import { editorScripts, editorsFolder } from '../support/editors.ts'

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
  wangeditor: `
    const editor = window.wangEditor.createEditor({ selector: '#holder', html: '<p><br></p>', config: { placeholder: '请输入正文', onChange: (e) => { document.querySelector('[name=content]').value = e.getHtml() } } })
    window.wangEditor.createToolbar({ editor, selector: '#bar', config: {} })
    window.api = { set: (html) => { editor.setHtml(html); editor.history.undos.length = 0 }, get: () => editor.getHtml(), undo: () => editor.undo(), focus: () => editor.focus() }
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
  wangeditor:
    '<div id="bar"></div><div id="holder" style="height:400px"></div><textarea name="content" hidden></textarea>',
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

const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' }

/** Serves one page an editor at `/admin/edit?editor=…` and the installed editors under `/editors/`, on a free local port. */
export async function servePages(): Promise<{ origin: string; close: () => Promise<void> }> {
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const name = demoEditors.find((editor) => editor === url.searchParams.get('editor'))
    if (url.pathname === '/admin/edit' && name !== undefined) {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(page(name))
    } else if (url.pathname.startsWith('/editors/')) {
      const file = normalize(url.pathname.slice('/editors/'.length))
      response.setHeader('content-type', `${types[extname(file)] ?? 'application/octet-stream'}; charset=utf-8`)
      createReadStream(join(editorsFolder, file))
        .on('error', () => response.writeHead(404).end())
        .pipe(response)
    } else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { origin: `http://127.0.0.1:${port}`, close }
}
