import { defineRule } from '../rule.ts'

const WORD = /class\s*=\s*["']?Mso|mso-[a-z-]+\s*:|<\/?o:p\b|<!--\[if [^\]]*mso/i

export const documentEditorResidue = defineRule({
  id: 'document/editor-residue',
  title: '编辑器残留与图片说明',
  severity: 'advise',
  basis: '《中华人民共和国无障碍环境建设法》第三十二条',
  advice: '用编辑器的“清除格式”或“纯文本粘贴”；给图片填写说明文字',
  *check({ draft, canonical }) {
    const { format, source } = draft.body
    const residue = format === 'html' ? WORD.exec(source) : null
    if (residue !== null) {
      const place = { field: 'body', start: residue.index, end: residue.index + residue[0].length }
      yield {
        ...place,
        message: '有 Word 粘贴带来的格式',
        why: '从 Word 粘贴的样式会使页面错位',
        advice: '用“清除格式”或“纯文本粘贴”',
      }
    }
    const bare = canonical.references.filter(
      ({ tag, attribute, text, hidden }) => tag === 'img' && attribute === 'src' && text === null && !hidden,
    )
    const [first] = bare
    if (first !== undefined)
      yield {
        field: 'body',
        start: first.start,
        end: first.end,
        message: '图片没有说明文字',
        why: `${bare.length} 张图片没有 alt`,
        advice: '给图片填写说明文字',
      }
  },
  finds: [
    '<p [[class="Mso]]Normal">正文</p>',
    '<p style="[[mso-spacerun:]]yes">正文</p>',
    '<p>名单</p>[[<img src="/a.png">]]',
  ],
  passes: ['<p>正文</p><img src="/a.png" alt="流程图">', '<img src="/dot.png" alt="">', 'MsoNormal 是 Word 的样式名'],
})
