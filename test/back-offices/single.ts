import { type BackOffice, madeUp, page } from './page.ts'

/** One page drawn by script, as the newer ones are: no form, classes made up anew, an editable in the page, JSON by fetch to two addresses. */
export const single: BackOffice = {
  start: '/portal/article/editor?mode=edit&id=88',
  form: /portal\/article\/editor/,
  async answer(request, received) {
    const { pathname } = new URL(request.url)
    if (pathname === '/portal/article/editor') return page('文章编辑 - 集约化平台', body())
    const [, what] = /^\/portal\/api\/articles\/88\/(draft|release)$/.exec(pathname) ?? []
    if (what === undefined) return null
    ;(what === 'draft' ? received.saved : received.published).push((await request.json()) as Record<string, string>)
    return new Response('{"code":0}', { headers: { 'content-type': 'application/json' } })
  },
}

function body(): string {
  const row = (label: string, control: string): string =>
    `<div class="${madeUp()}"><div class="${madeUp()}"><span>${label}</span></div><div class="${madeUp()}">${control}</div></div>`
  return `<body><nav><a href="#">发布</a> <a href="#">栏目</a></nav><div id="app"></div><script>
document.querySelector('#app').innerHTML = ${JSON.stringify(
    row('文章标题', `<input class="${madeUp()}" style="width:600px">`) +
      row('发文字号', `<input class="${madeUp()}">`) +
      row(
        '栏目',
        `<select class="${madeUp()}"><option value="c1">政策文件</option><option value="c2" selected>工作动态</option></select>`,
      ) +
      row('来源', `<input class="${madeUp()}" value="本局">`) +
      row(
        '正文',
        `<div class="${madeUp()}" contenteditable="true" style="min-height:200px;border:1px solid #999"><p><br></p></div>`,
      ) +
      row(
        '附件列表',
        `<div class="${madeUp()}"><div class="${madeUp()}"><span>办法（试行）.pdf</span> <em>12 KB</em></div></div>`,
      ) +
      `<div class="${madeUp()}"><button class="${madeUp()}"><span>存草稿</span></button> <button class="${madeUp()}"><span>发布</span></button><output></output></div>`,
  ).replaceAll('<', '\\u003c')}
const [title, number, source] = document.querySelectorAll('#app input')
const say = (text) => document.querySelector('output').textContent = text
const send = (what) => fetch('/portal/api/articles/88/' + what, { method: 'POST', headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ title: title.value, number: number.value, source: source.value, catalog: document.querySelector('select').value, html: document.querySelector('[contenteditable]').innerHTML }) })
  .then(() => say('完成'), () => say('失败'))
const [draft, release] = document.querySelectorAll('#app button')
draft.addEventListener('click', () => send('draft'))
release.addEventListener('click', () => send('release'))
setInterval(() => fetch('/portal/api/unread?t=' + Date.now()).catch(() => {}), 700)
</script></body>`
}
