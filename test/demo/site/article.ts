import { html, raw } from 'hono/html'
import type { RelationRow } from '../admin/relation.ts'
import { type Article, type Content, dayOf, forms, minuteOf } from '../article.ts'
import { type Html, siteLayout } from './layout.ts'

function bodyOf({ editor, content }: Content): Html | string {
  if (editor !== 'textarea') return raw(content)
  const lines = content.split(/\r?\n/).filter((line) => line.trim() !== '')
  return html`${lines.map((line) => html`<p>${line}</p>`)}`
}

function slot(form: string, relations: RelationRow[]): Html {
  const rows = relations.filter((relation) => relation.form === form && relation.status === '已发布')
  const links = rows.map((row) => html`<a href="${row.url}">${row.title}</a>`)
  return html`<div class="slot"><h3>${form}</h3>${links.length > 0 ? links : html`<i>暂无</i>`}</div>`
}

/** A published article in the manner of the bureau's own template: 索引号 table, body, 附件下载, five relation slots. */
export function articlePage(article: Article, version: Content, relations: RelationRow[], publishedAt: string): Html {
  const source = version.source || '泉州市教育局'
  const files = version.attachments.map(
    (file, n) => html`<li>${n + 1}. <a href="/files/${file.id}/${encodeURIComponent(file.name)}">${file.name}</a></li>`,
  )
  return siteLayout(
    version.title,
    version.channel,
    { PubDate: minuteOf(publishedAt), ContentSource: source, ArticleTitle: version.title },
    html`<article>
      <table class="index">
        <tr><th>索引号</th><td id="index-number">${article.indexNumber}</td><th>备注/文号</th><td id="document-number">${version.documentNumber}</td></tr>
        <tr><th>发布机构</th><td>泉州市教育局（${version.department}）</td><th>公文生成日期</th><td id="dated-on">${version.datedOn}</td></tr>
      </table>
      <h1>${version.title}</h1>
      <p class="meta">来源：${source}　　发布时间：${dayOf(publishedAt)}　　公开属性：${version.disclosureClass}</p>
      <div class="content" id="content">${bodyOf(version)}</div>
      ${files.length > 0 ? html`<section class="files"><h2>附件下载</h2><ul>${files}</ul></section>` : ''}
      <section class="slots"><h2>相关解读</h2>${forms.map((form) => slot(form, relations))}</section>
    </article>`,
  )
}
