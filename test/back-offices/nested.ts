import { type BackOffice, formOf, madeUp, page } from './page.ts'

/**
 * Frames in frames; every id and class is made up anew with each load and the inputs have no names; an editor like KindEditor; both
 * buttons send one request to one address, and only 发布 adds a field.
 */
export const nested: BackOffice = {
  start: '/jcms/index',
  form: /jcms\/info\/edit/,
  async answer(request, received) {
    const { pathname } = new URL(request.url)
    if (pathname === '/jcms/index')
      return page(
        '网站群管理',
        '<body><h1>网站群</h1><iframe src="/jcms/desk" width="1200" height="640"></iframe></body>',
      )
    if (pathname === '/jcms/desk')
      return page(
        '工作台',
        '<body><p>信息管理</p><iframe src="/jcms/info/edit?cataid=5&i_id=90211" width="1100" height="560"></iframe></body>',
      )
    if (pathname === '/jcms/info/edit') return page('信息编辑', body())
    if (pathname !== '/jcms/info/save') return null
    const form = await formOf(request)
    ;(form.vc_publish === '1' ? received.published : received.saved).push(form)
    return new Response('{"ok":true}', { headers: { 'content-type': 'application/json' } })
  },
}

function body(): string {
  const [title, number, kind, date, box] = Array.from({ length: 5 }, madeUp)
  return `<body><div class="${madeUp()}">
<p><label for="${title}">信息标题<b>*</b></label> <input id="${title}" size="70"></p>
<p><label for="${number}">文号：</label> <input id="${number}"> <label for="${date}">成文日期：</label> <input id="${date}" value="2026年6月12日"></p>
<p><span>公开方式：</span> <label><input type="radio" name="${kind}" value="A" checked>主动公开</label> <label><input type="radio" name="${kind}" value="B">依申请公开</label> <label><input type="radio" name="${kind}" value="C">不予公开</label></p>
<div class="${madeUp()}"><span>信息内容：</span><div id="${box}" class="ke-container"><iframe class="ke-edit-iframe" width="700" height="220"></iframe><textarea style="display:none"></textarea></div></div>
<p><span class="${madeUp()}" onclick="send(false)" role="button">暂存</span> <button type="button" class="${madeUp()}" onclick="send(true)">提交</button> <output></output></p>
</div><script>
const frame = document.querySelector('iframe.ke-edit-iframe').contentDocument
frame.open(); frame.write('<!doctype html><html><body class="ke-content"></body></html>'); frame.close(); frame.designMode = 'on'
frame.body.contentEditable = 'true'
const value = (id) => document.getElementById(id).value
function send(publish) {
  const body = new URLSearchParams({ i_id: '90211', vc_title: value('${title}'), vc_wh: value('${number}'), c_date: value('${date}'),
    vc_open: document.querySelector('[name="${kind}"]:checked').value, vc_content: frame.body.innerHTML, ts: String(Date.now()) })
  if (publish) body.set('vc_publish', '1')
  const request = new XMLHttpRequest()
  request.open('POST', '/jcms/info/save')
  request.onload = () => document.querySelector('output').textContent = '已提交'
  request.onerror = () => document.querySelector('output').textContent = '网络错误'
  request.send(body)
}
</script></body>`
}
