import fc from 'fast-check'

/** Bodies as they come from offices: Word's spans, entities, tables, lists, links, empty paragraphs, runs of white space. */
export const documents: Record<string, string> = {
  空白: '',
  一段: '<p>关于做好中小学校服管理工作的通知</p>',
  行内: '<p>第一段，<strong>加粗</strong>&nbsp;与 <a href="http://x.cn/a?id=1&amp;page=2">链接</a>，<em>斜<strong>又粗</strong></em>。</p>',
  实体: '<p>甲 &amp; 乙 &lt;丙&gt; “丁”&nbsp;&nbsp;戊</p><p>&nbsp;</p><p>末段</p>',
  标题: '<h2>一、总体要求</h2><p>正文。</p><h3>（一）目标</h3><p>正文二。</p>',
  列表: '<ul><li>一</li><li>二</li></ul><ol><li>甲</li><li>乙</li></ol><p>后</p>',
  表格: '<table><tbody><tr><th>学校</th><th>人数</th></tr><tr><td>实验小学</td><td>1200</td></tr></tbody></table><p>注：以上为在校生。</p>',
  图片: '<p>图：<img src="/upload/a.png" alt="图示">尾</p>',
  换行: '<p>第一行<br>第二行<br>第三行</p>',
  分隔: '<p>上</p><hr><p>下</p>',
  零宽: '<p>绝\u200b密、机\ufeff密、秘\u2060密、内\u00ad部</p><p>\u200b</p>',
  引用: '<blockquote>引用一段话</blockquote><p>后</p>',
  文档粘贴:
    '<p style="text-indent:2em"><span style="font-family:仿宋_GB2312;font-size:21px">各县（市、区）<span>教育局</span>：</span></p><p><span style="font-size:21px"><strong>身份证号</strong>350583201503150027</span></p>',
}

const word = fc.stringMatching(/^[\u4e00-\u4e20校服通知&<>"a1 \u00a0]{1,8}$/)
const escaped = word.map((text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\u00a0', '&nbsp;'),
)
const inline = fc.oneof(
  { weight: 4, arbitrary: escaped },
  { weight: 1, arbitrary: escaped.map((text) => `<strong>${text}</strong>`) },
  { weight: 1, arbitrary: escaped.map((text) => `<em>${text}</em>`) },
  { weight: 1, arbitrary: escaped.map((text) => `<a href="http://x.cn/${text.length}">${text}</a>`) },
  { weight: 1, arbitrary: escaped.map((text) => `<span style="color:red">${text}</span>`) },
)
const line = fc.array(inline, { minLength: 1, maxLength: 4 }).map((parts) => `文${parts.join('')}字`)
const block = fc.oneof(
  { weight: 5, arbitrary: line.map((text) => `<p>${text}</p>`) },
  { weight: 1, arbitrary: line.map((text) => `<h2>${text}</h2>`) },
  { weight: 1, arbitrary: fc.constant('<p><br></p>') },
  {
    weight: 1,
    arbitrary: fc
      .array(line, { minLength: 1, maxLength: 3 })
      .map((items) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`),
  },
  { weight: 1, arbitrary: line.map((text) => `<table><tbody><tr><td>${text}</td><td>格</td></tr></tbody></table>`) },
)

/** Bodies of the kinds above, in any mixture. */
export const anyDocument = fc.array(block, { minLength: 1, maxLength: 6 }).map((blocks) => blocks.join(''))
