import { html, raw } from 'hono/html'
import { type Article, channels, departments, disclosureClasses, type EditorName, forms } from '../article.ts'
import { editorHead, editorHolder } from './editor.ts'
import { adminLayout, type Html } from './layout.ts'
import type { RelationRow } from './relation.ts'
import type { Send } from './routes.ts'

interface Edit {
  article: Article
  editor: EditorName
  send: Send
  /** 保存 and 发布 share one address. */
  combined: boolean
  /** Interpretations that can be linked. */
  linkable: Article[]
  relations: RelationRow[]
}

function options(words: readonly string[], chosen: string): Html[] {
  return words.map((word) => html`<option ${word === chosen ? 'selected' : ''}>${word}</option>`)
}

function fields(article: Article): Html {
  const radios = disclosureClasses.map(
    (word) =>
      html`<label><input type="radio" name="disclosureClass" value="${word}" ${word === article.disclosureClass ? 'checked' : ''}> ${word}</label>`,
  )
  return html`
    <label class="wide need"><span>标题</span><input name="title" value="${article.title}" autocomplete="off"></label>
    <label class="need"><span>栏目</span><select name="channel">${options(channels, article.channel)}</select></label>
    <label><span>文号</span><input name="documentNumber" value="${article.documentNumber}" autocomplete="off" placeholder="如 泉教规〔2026〕1号"></label>
    <label class="need"><span>公文生成日期</span><input name="datedOn" value="${article.datedOn}" autocomplete="off" placeholder="年-月-日" pattern="\\d{4}-\\d{2}-\\d{2}"></label>
    <label><span>索引号</span><input value="${article.indexNumber}" readonly tabindex="-1"></label>
    <label class="need"><span>科室</span><select name="department">${options(departments, article.department)}</select></label>
    <label><span>来源</span><input name="source" value="${article.source}" autocomplete="off" placeholder="本单位起草的不填"></label>
    <fieldset class="wide need"><legend>公开属性</legend>${radios}</fieldset>`
}

function relating(linkable: Article[]): Html {
  const articles = linkable.map(
    (one) =>
      html`<option value="${one.id}">${one.title || '（未填标题）'}（${one.versions.length > 0 ? '已发布' : '草稿'}）</option>`,
  )
  return html`<dialog id="relating"><h3>关联解读</h3>
    <label>解读形式 <select id="relate-form">${options(forms, '文字解读')}</select></label>
    <label>解读文章 <select id="relate-article"><option value="">尚未成文，登记解读方案</option>${articles}</select></label>
    <label class="plan">方案名称 <input id="relate-title" placeholder="如 图解方案"></label>
    <label class="plan">完成日期 <input id="relate-due" placeholder="如 2026-07-01"></label>
    <p><button type="button" class="button primary" id="relate-done">确定</button> <button type="button" class="button" id="relate-cancel">取消</button></p>
  </dialog>`
}

/** The edit page. Lists are filled by its script from the JSON in `#state`, on load as after each change. */
export function editPage({ article, editor, send, combined, linkable, relations }: Edit): Html {
  const [publish, save] = combined
    ? ['/admin/combined/submit', '/admin/combined/submit']
    : ['/admin/publish', '/admin/save']
  const state = JSON.stringify({ attachments: article.attachments, relations }).replaceAll('<', '\\u003c')
  return adminLayout(
    '编辑文章',
    article.channel,
    html`<link rel="stylesheet" href="/assets/admin/edit.css">${editorHead(editor)}<script type="module" src="/assets/admin/edit.ts"></script>`,
    html`<p class="crumb">内容管理 &gt; ${article.channel} &gt; 编辑文章</p>
    <form id="article" action="${publish}" method="post" autocomplete="off" data-editor="${editor}" data-send="${send}" data-save="${save}">
      <input type="hidden" name="id" value="${article.id}"><input type="hidden" name="editor" value="${editor}">
      <section class="fields">${fields(article)}</section>
      <section><h3>正文</h3><div id="editor">${editorHolder(editor, article.content)}</div></section>
      <section><h3>附件</h3><ul id="attachments"></ul>
        <label class="button">上传附件<input type="file" id="upload" multiple hidden></label></section>
      <section><h3>相关解读</h3><ul id="interpretations"></ul><button type="button" class="button" id="relate">关联解读</button></section>
      <footer class="actions">
        <button type="button" class="button" id="save">保存草稿</button>
        <button type="button" class="button" id="preview">预览</button>
        <button type="${send === 'click' ? 'submit' : 'button'}" class="button primary" id="publish" ${combined ? html`name="action" value="publish"` : ''}>发布</button>
        <output id="said"></output>
      </footer>
    </form>${relating(linkable)}
    <script type="application/json" id="state">${raw(state)}</script>`,
  )
}
