import { defineRule } from '../rule.ts'

const READABLE = /\.(?:pdf|jpe?g|png|gif|tiff?|bmp|docx?|xlsx?|wps|et|pptx?|ofd)$/i

export const attachmentHazard = defineRule({
  id: 'attachment/hazard',
  title: '附件隐患',
  severity: 'advise',
  basis: '《中华人民共和国保守国家秘密法实施条例》第四十二条',
  advice: '打开附件核对，另存为不带隐藏内容和作者信息的文件后重新上传',
  *check({ draft, context }) {
    const { attachments } = draft
    if (attachments === null || attachments.length === 0) return
    if (context.attachments === undefined) {
      yield { unread: '附件隐患', why: '没有读取附件内容，无法判断有无隐藏内容' }
      return
    }
    for (const [index, { name }] of attachments.entries()) {
      const content = context.attachments.find((one) => one.name === name)
      if (content === undefined) continue
      const place = { field: `attachment:${index}`, start: 0, end: name.length }
      for (const { what, where } of content.oddities)
        yield { ...place, why: `${what}${where === '' ? '' : `：${where}`}` }
      if (content.text.trim() === '' && READABLE.test(name))
        yield {
          ...place,
          severity: 'review',
          message: '附件没有文字层',
          advice: '由人工逐页核对内容后确认，或换成带文字的文件',
          why: '读不出一个字，多半是扫描件或图片，无法自动检查',
        }
    }
  },
  finds: [
    {
      attachments: ['[[名单.xlsx]]'],
      context: {
        attachments: [
          { name: '名单.xlsx', text: '名单', oddities: [{ what: '隐藏工作表', where: '工作表“身份证”' }], unread: [] },
        ],
      },
    },
    {
      attachments: ['[[宜春市教育局文件.pdf]]'],
      context: {
        attachments: [
          {
            name: '宜春市教育局文件.pdf',
            text: '\f\f',
            oddities: [],
            unread: [{ what: '第 1 至 23 页', why: '没有文字层' }],
          },
        ],
      },
    },
    {
      attachments: ['[[通知.docx]]'],
      context: {
        attachments: [{ name: '通知.docx', text: '通知', oddities: [{ what: '修订', where: '' }], unread: [] }],
      },
    },
  ],
  passes: [
    {
      attachments: ['通知.docx'],
      context: { attachments: [{ name: '通知.docx', text: '各校：', oddities: [], unread: [] }] },
    },
    { attachments: [], context: {} },
    { attachments: ['数据.zip'], context: { attachments: [{ name: '数据.zip', text: '', oddities: [], unread: [] }] } },
  ],
})
