import type { FieldPart } from '../messages/learning.ts'

/** How back offices name the fields of an article, the usual name first. */
export const fieldLabels: Readonly<Record<FieldPart, readonly string[]>> = {
  title: ['标题', '文章标题', '信息标题', '稿件标题', '主标题', '文件标题', '信息名称', '文件名称', '新闻标题', '名称'],
  documentNumber: ['发文字号', '文号', '公文文号', '发文文号', '文件字号', '文件编号', '发布文号'],
  channel: [
    '栏目',
    '所属栏目',
    '发布栏目',
    '所在栏目',
    '信息栏目',
    '栏目名称',
    '频道',
    '所属频道',
    '信息分类',
    '主栏目',
  ],
  disclosureClass: ['公开属性', '公开方式', '公开类别', '公开类型', '公开范围', '信息公开属性'],
  datedOn: ['成文日期', '公文生成日期', '生成日期', '成文时间', '发文日期', '文件日期', '印发日期'],
  department: [
    '承办科室',
    '科室',
    '责任科室',
    '供稿科室',
    '责任部门',
    '发布机构',
    '发布部门',
    '拟稿部门',
    '供稿单位',
    '部门',
  ],
  source: ['来源', '信息来源', '稿件来源', '文章来源', '转载来源', '出处'],
}

export const bodyLabels = [
  '正文',
  '内容',
  '信息内容',
  '文章内容',
  '正文内容',
  '详细内容',
  '稿件内容',
  '新闻内容',
] as const
export const listLabels = ['附件', '附件列表', '附件上传', '相关附件', '上传附件', '附件管理', '附件信息'] as const

/** Words on the control that publishes. Where a page has no 发布, its 签发 or 提交 is what sends the article on. */
export const publishWords = [
  ...['发布', '立即发布', '保存并发布', '发布文章', '发布信息', '确认发布', '提交发布', '审核发布', '发布上线'],
  ...['审核通过', '签发', '终审通过', '提交', '提交审核', '送审'],
] as const
export const saveWords = ['保存草稿', '存草稿', '存为草稿', '暂存', '保存', '保存稿件', '临时保存', '仅保存'] as const

/** Words of the three disclosure classes on a list's options or beside its radios. */
export const disclosureLabels = { proactive: '主动公开', 'on-request': '依申请公开', withheld: '不予公开' } as const
