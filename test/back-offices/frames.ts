import { type BackOffice, formOf, page } from './page.ts'

/**
 * In the manner of the older ones: a frameset, a table of labels padded with spaces, UEditor's own frame and marks, a list of uploads, and
 * a native form whose two buttons go to two addresses. 文号 stands under a label that nobody else uses.
 */
export const frames: BackOffice = {
  start: '/wcm/main.jsp',
  form: /document_edit\.jsp/,
  async answer(request, received) {
    const { pathname } = new URL(request.url)
    if (pathname === '/wcm/main.jsp')
      return page(
        '内容协作平台',
        '<frameset rows="48,*"><frame src="/wcm/top.jsp"><frameset cols="160,*"><frame src="/wcm/tree.jsp"><frame src="/wcm/document_edit.jsp?DocumentId=20318&ChannelId=77" name="main"></frameset></frameset>',
      )
    if (pathname === '/wcm/top.jsp')
      return page('顶栏', '<body>内容协作平台　<a href="#">发布</a>　<a href="#">帮助</a></body>')
    if (pathname === '/wcm/tree.jsp') return page('栏目树', '<body><ul><li>政务公开</li><li>通知公告</li></ul></body>')
    if (pathname === '/wcm/document_edit.jsp') return page('编辑文档', body)
    if (pathname === '/wcm/document_save.do') received.saved.push(await formOf(request))
    else if (pathname === '/wcm/document_publish.do') received.published.push(await formOf(request))
    else return null
    return page('结果', '<body id="done">操作成功</body>')
  },
}

const body = `<body><form id="frmDocument" name="frmDocument" method="post" action="/wcm/document_save.do">
<input type="hidden" name="DocumentId" value="20318"><input type="hidden" name="DocHtmlCon">
<table class="form">
<tr><td>索 引 号：</td><td><input name="DocIndex"></td><td>公文代号：</td><td><input name="DocFileNum"></td></tr>
<tr><td><font color="red">*</font>标　　题：</td><td colspan="3"><input name="DocTitle" size="80"></td></tr>
<tr><td>所属栏目：</td><td><select name="ChannelId"><option value="76">政务公开</option><option value="77" selected>通知公告</option></select></td>
<td>公文生成日期：</td><td><input name="PubDate" value="2026-06-12"></td></tr>
<tr><td>公开属性：</td><td colspan="3"><select name="OpenType"><option value="1">主动公开</option><option value="2">依申请公开</option><option value="3">不予公开</option></select></td></tr>
<tr><td>正　　文：</td><td colspan="3"><div class="edui-editor"><iframe id="ueditor_0" width="760" height="240"></iframe></div></td></tr>
<tr><td>附　　件：</td><td colspan="3"><input type="file"><ul class="appendix"><li><a href="/files/1.docx">实施方案.docx</a> <i>48 KB</i></li><li><a href="/files/2.pdf">名单.pdf</a> <i>2.1 MB</i></li></ul></td></tr>
</table>
<p><input type="button" value="保存草稿" onclick="send('/wcm/document_save.do')"> <input type="button" value="发　布" onclick="if(confirm('确定发布吗？'))send('/wcm/document_publish.do')"></p>
</form><script>
let pressed = 0
addEventListener('click', () => document.body.dataset.pressed = ++pressed)
const inside = document.querySelector('#ueditor_0').contentDocument
inside.open(); inside.write('<!doctype html><body class="view" contenteditable="true"><p><br></p></body>'); inside.close()
function send(address) {
  const form = document.frmDocument
  form.DocHtmlCon.value = inside.body.innerHTML
  form.action = address
  form.submit()
}
</script></body>`
