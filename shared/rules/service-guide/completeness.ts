import { defineRule, wholeOf } from '../rule.ts'
import { ELEMENTS, headsIn } from './elements.ts'

const complete =
  '<table><tr><td>事项名称</td><td>转学</td></tr><tr><td>设定依据</td><td>《学籍管理办法》</td></tr><tr><td>申请条件</td><td>在籍学生</td></tr>' +
  '<tr><td>申请材料</td><td>1.户口簿原件</td></tr><tr><td>办理地点</td><td>一楼窗口</td></tr><tr><td>办理时限</td><td>3 个工作日</td></tr>' +
  '<tr><td>咨询电话</td><td>0595-22767196</td></tr><tr><td>办理流程</td><td>申请—受理—办结</td></tr><tr><td>实施机构</td><td>教育局</td></tr>' +
  '<tr><td>是否收费</td><td>否</td></tr></table>'

export const serviceGuideCompleteness = defineRule({
  id: 'service-guide/completeness',
  title: '办事指南要素不全',
  severity: 'advise',
  basis: '《国务院关于在线政务服务的若干规定》（国令第716号）第六条；《中华人民共和国行政许可法》第三十条',
  advice: '补齐缺少的要素，与窗口实际办理一致',
  kinds: ['service-guide'],
  *check({ body, title, context }) {
    const found = new Set(headsIn(body).map((head) => head.element.name))
    const attached = (context.attachments ?? []).map((one) => one.text).join(' ')
    const missing = ELEMENTS.filter(({ name, head }) => !found.has(name) && !head.test(attached))
    if (missing.length === 0) return
    const names = (main: boolean) => missing.filter((one) => one.main === main).map((one) => one.name)
    const [main, wished] = [names(true), names(false)]
    const parts = [
      main.length > 0 ? `缺少${main.join('、')}` : '',
      wished.length > 0 ? `建议写明${wished.join('、')}` : '',
    ]
    yield { ...wholeOf(title), why: parts.filter((part) => part !== '').join('；') }
  },
  finds: [
    { title: '[[转学办事指南]]', body: complete.replace(/<tr><td>办理时限.*?<\/tr>/, '') },
    { title: '[[转学办事指南]]', body: '一、事项名称：转学\n二、申请条件：在籍学生\n三、材料：1.户口簿' },
    { title: '[[教师资格认定服务指南]]', body: complete.replace('咨询电话', '备注') },
  ],
  passes: [
    { title: '转学办事指南', body: complete },
    {
      title: '转学办事指南',
      body: '一、事项名称：转学\n二、办理依据：学籍办法\n三、受理条件：在籍\n四、所需材料：户口簿\n五、办理地址：一楼\n六、办公时间：工作日\n七、联系方式：22767196\n八、办理程序：申请\n九、责任科室：基教科\n十、收费情况：不收费',
    },
    { title: '关于转学工作的通知', body: '做好转学工作。' },
  ],
})
