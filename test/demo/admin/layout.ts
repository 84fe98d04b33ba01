import { html } from 'hono/html'
import { channels } from '../article.ts'

export type Html = ReturnType<typeof html>

/** The frame of the back office: top bar, menu, the page. `current` is the channel or place that the menu marks. */
export function adminLayout(title: string, current: string, head: Html | string, main: Html): Html {
  const item = (href: string, word: string) =>
    html`<li><a href="${href}" ${word === current ? 'aria-current=page' : ''}>${word}</a></li>`
  return html`<!doctype html>
<html lang="zh-CN">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>${title} - 网站内容管理系统</title>
  <link rel="stylesheet" href="/assets/admin/admin.css">
  ${head}
</head>
<body>
  <header class="top">
    <b>泉州市教育局网站内容管理系统</b><i>演示</i>
    <nav><a href="/" target="_blank">查看网站</a><span>办公室 林</span></nav>
  </header>
  <aside class="menu">
    <h2>内容管理</h2>
    <ul>
      ${item('/admin/list', '全部文章')}
      ${channels.map((channel) => item(`/admin/list?channel=${encodeURIComponent(channel)}`, channel))}
    </ul>
    <h2>新建文章</h2>
    <ul>
      ${item('/admin/new?editor=tinymce', 'TinyMCE 编辑器')}
      ${item('/admin/new?editor=ueditor', 'UEditor 编辑器')}
      ${item('/admin/new?editor=wangeditor', 'wangEditor 编辑器')}
      ${item('/admin/new?editor=textarea', '纯文本框')}
    </ul>
  </aside>
  <main>${main}</main>
</body>
</html>`
}
