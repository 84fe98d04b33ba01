/** A document that drafts often cite, by the heart of its title (without organ, 关于, 印发 and 通知). Facts. */
export interface KnownCitation {
  title: string
  /** Every number under which this title was rightly issued. */
  numbers: readonly string[]
}

/** A document that another took the place of. */
export interface Superseded {
  number: string
  replacedBy: string
  /** From this year on, a document that rests on it rests on the wrong one. */
  since: number
}

const LINES = `
政府网站发展指引|国办发〔2017〕47号
推进政务新媒体健康有序发展的意见|国办发〔2018〕123号
政府网站与政务新媒体检查指标|国办秘函〔2019〕19号
政府网站与政务新媒体监管工作年度考核指标|国办秘函〔2019〕19号
《全面推进政务公开工作的意见》实施细则|国办发〔2016〕80号
全面推进政务公开工作的意见|中办发〔2016〕8号
全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见|国办发〔2018〕118号
中华人民共和国政府信息公开工作年度报告格式|国办公开办函〔2021〕30号
2018年政务公开工作要点|国办发〔2018〕23号
政府网站集约化试点工作方案|国办函〔2018〕71号
加快推进“互联网+政务服务”工作的指导意见|国发〔2016〕55号
加快推进政务服务标准化规范化便利化的指导意见|国发〔2022〕5号
国家职业教育改革实施方案|国发〔2019〕4号
开展城镇小区配套幼儿园治理工作的通知|国办发〔2019〕3号
进一步减轻义务教育阶段学生作业负担和校外培训负担的意见|中办发〔2021〕40号
规范校外培训机构发展的意见|国办发〔2018〕80号
统筹推进县域内城乡义务教育一体化改革发展的若干意见|国发〔2016〕40号
深入推进义务教育均衡发展的意见|国发〔2012〕48号
强化学校体育促进学生身心健康全面发展的意见|国办发〔2016〕27号
加强中小学幼儿园安全风险防控体系建设的意见|国办发〔2017〕35号
新时代推进普通高中育人方式改革的指导意见|国办发〔2019〕29号
在市场监管领域全面推行部门联合“双随机、一公开”监管的意见|国发〔2019〕5号
政策文件解读工作规范|辽政办〔2022〕43号
泉州市教育局2018年政务公开工作实施方案|泉教办〔2018〕85号
中华人民共和国政府信息公开条例|国务院令第711号 国务院令第492号
优化营商环境条例|国务院令第722号
重大行政决策程序暂行条例|国务院令第713号
国务院关于在线政务服务的若干规定|国务院令第716号
`

export const KNOWN_CITATIONS: readonly KnownCitation[] = LINES.trim()
  .split('\n')
  .map((line) => {
    const [title = '', numbers = ''] = line.split('|')
    return { title, numbers: numbers.split(' ') }
  })

export const SUPERSEDED: readonly Superseded[] = [
  { number: '国办公开办函〔2019〕60号', replacedBy: '国办公开办函〔2021〕30号', since: 2021 },
  { number: '国务院令第492号', replacedBy: '国务院令第711号', since: 2020 },
]
