import { html, raw } from 'hono/html'
import { editorScripts } from '../../support/editors.ts'
import type { EditorName } from '../article.ts'
import type { Html } from './layout.ts'

function script(name: keyof typeof editorScripts): Html {
  return html`<script src="/editors/${editorScripts[name]}"></script>`
}

/** What an editor needs in the page's head. */
export function editorHead(editor: EditorName): Html | string {
  if (editor === 'tinymce') return script('tinymce')
  if (editor === 'wangeditor') {
    return html`<link rel="stylesheet" href="/editors/${editorScripts.wangeditorStyle}">${script('wangeditor')}`
  }
  if (editor !== 'ueditor') return ''
  return html`<script>window.UEDITOR_HOME_URL = '/editors/ueditor/'</script>${script('ueditorConfig')}${script('ueditor')}${script('ueditorLanguage')}`
}

/** The place of the editor, holding the saved body, and the field that carries it when the form is sent. */
export function editorHolder(editor: EditorName, content: string): Html {
  if (editor === 'textarea') return html`<textarea name="content" rows="24" spellcheck="false">${content}</textarea>`
  if (editor === 'tinymce') return html`<textarea name="content" hidden>${content}</textarea>`
  const field = html`<textarea name="content" hidden>${content}</textarea>`
  if (editor === 'wangeditor') return html`<div id="wang-bar"></div><div id="wang-box"></div>${field}`
  if (editor !== 'ueditor') return html`<div id="box"></div>${field}`
  return html`${raw('<script id="ueditor-box" type="text/plain"></script>')}${field}`
}
