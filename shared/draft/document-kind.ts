import * as z from 'zod'

/**
 * What kind of document a draft is. `policy` 政策性文件, `interpretation` 政策解读, `public-notice` 公示, `service-guide` 办事指南,
 * `annual-report` 年度报告, `consultation` 征求意见稿, `reply` 批复/复函/答复, `personnel` 任免/组成人员, `circular` 通报/表彰/会议/节假日 and
 * other official documents without policy, `news` everything else.
 */
export const DocumentKind = z.enum([
  'policy',
  'interpretation',
  'public-notice',
  'service-guide',
  'annual-report',
  'consultation',
  'reply',
  'personnel',
  'circular',
  'news',
])
export type DocumentKind = z.infer<typeof DocumentKind>
