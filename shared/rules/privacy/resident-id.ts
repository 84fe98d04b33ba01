import { defineRule, span } from '../rule.ts'
import { isResidentId } from './resident-id-number.ts'

// 学籍号 is G + the number, 残疾人证 the number + two digits, so letters may stand before and digits behind; spaces and hyphens do not hide it.
const CANDIDATE = /(?<!\d[ -]?)(?:\d[ -]?){17}[\dX](?=$|[^\d]|[1-7][1-4](?!\d))/g

export const privacyResidentId = defineRule({
  id: 'privacy/resident-id',
  title: '公民身份号码',
  severity: 'block',
  basis: '《中华人民共和国政府信息公开条例》第十五条',
  advice: '删去号码；确需区分同名人员时只留末四位',
  *check({ texts }) {
    for (const view of texts)
      for (const match of view.matchAll(CANDIDATE)) {
        if (isResidentId(match[0].replace(/[ -]/g, '')))
          yield { ...span(match), why: '18 位，出生日期有效，校验码相符（GB 11643）' }
      }
  },
  finds: [
    '张三，身份证号[[11010519491231002X]]',
    '全角也算：[[１１０１０５１９４９１２３１００２Ｘ]]',
    '学籍号 G[[350583201503150027]]',
    '残疾人证 [[350502198001010013]]42，已核',
    '<p>身份证：[[3505<b>02</b>1980 0101 0013]]</p>',
  ],
  passes: [
    '采购编号 110105194912310021（校验位不符）',
    '身份证号 35*************123',
    '统一社会信用代码 12350500489261042X',
    '订单 350502198013010013，月份无效',
  ],
})
