import { html } from 'hono/html'
import { channels } from '../article.ts'

export type Html = ReturnType<typeof html>

/** The public site's frame, with the meta tags that 国办发〔2017〕47号 asks of every page. */
export function siteLayout(title: string, channel: string, meta: Record<string, string>, main: Html): Html {
  const tags = Object.entries({ SiteName: '泉州市教育局（演示）', ColumnName: channel, ...meta })
  return html`<!doctype html>
<html lang="zh-CN">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>${title} - 泉州市教育局（演示）</title>
  ${tags.map(([name, content]) => html`<meta name="${name}" content="${content}">`)}
  <link rel="stylesheet" href="/assets/site/site.css">
</head>
<body>
  <header><div><b>泉州市教育局</b><i>演示站点，内容均为虚构</i></div></header>
  <nav><div><a href="/">首页</a>${channels.map((word) => html`<a href="/?channel=${encodeURIComponent(word)}">${word}</a>`)}</div></nav>
  <main><p class="crumb">当前位置：首页 &gt; 政府信息公开 &gt; ${channel}</p>${main}</main>
  <footer>演示站点，仅在本机运行</footer>
</body>
</html>`
}
