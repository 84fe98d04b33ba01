import { html } from 'hono/html'
import { type Article, minuteOf, publicPath } from '../article.ts'
import { adminLayout, type Html } from './layout.ts'

function row(article: Article): Html {
  const edit = `/admin/edit?id=${article.id}&editor=${article.editor}`
  const published = article.versions.at(-1)
  return html`<tr>
    <td>${article.id}</td>
    <td class="title"><a href="${edit}">${article.title || '（未填标题）'}</a></td>
    <td>${article.channel}</td><td>${article.documentNumber}</td><td>${article.department}</td>
    <td>${minuteOf(article.savedAt)}</td>
    <td>${published === undefined ? html`<span class="state draft">草稿</span>` : html`<span class="state out">已发布</span>`}</td>
    <td><a href="${edit}">编辑</a>${published === undefined ? '' : html` <a href="${publicPath(article)}" target="_blank">查看</a>`}</td>
  </tr>`
}

/** The list of articles, of one channel or of all. After a publish it says so and links the public page. */
export function listPage(all: Article[], channel: string | undefined, publishedId: string | undefined): Html {
  const shown = channel === undefined ? all : all.filter((article) => article.channel === channel)
  const published = all.find((article) => String(article.id) === publishedId && article.versions.length > 0)
  const notice =
    published === undefined
      ? ''
      : html`<p class="notice" id="published" role="status">《${published.title}》已发布。<a href="${publicPath(published)}">查看页面</a></p>`
  return adminLayout(
    channel ?? '全部文章',
    channel ?? '全部文章',
    '',
    html`<p class="crumb">内容管理 &gt; ${channel ?? '全部文章'}</p>${notice}
    <div class="bar"><a class="button primary" href="/admin/new?editor=tinymce">新建文章</a><span>共 ${shown.length} 篇</span></div>
    <table class="list">
      <thead><tr><th>编号</th><th>标题</th><th>栏目</th><th>文号</th><th>科室</th><th>保存时间</th><th>状态</th><th>操作</th></tr></thead>
      <tbody>${shown.map(row)}</tbody>
    </table>`,
  )
}
