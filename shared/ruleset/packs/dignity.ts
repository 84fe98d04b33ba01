import type { TermList } from '../term-list.ts'

const COURT = ['法院', '判处', '判决', '服刑', '刑满', '改造', '监狱', '释放', '前科']

/** 对残疾人、嫌疑人等的称谓, curated from 新华社的禁用词和慎用词 (2016 年修订); newer editions exist. */
export const dignity: TermList = {
  id: 'wording/dignity',
  title: '有损尊严或不规范的称谓',
  severity: 'advise',
  basis: '新华社新闻信息报道禁用词和慎用词（2016 年 7 月修订）；《中华人民共和国残疾人保障法》',
  advice: '改用规范称谓',
  scope: { quotation: 'never' },
  terms: [
    { term: '残废', instead: '残疾', except: ['残废军人抚恤', '残废证', '残废金'] },
    { term: '弱智', instead: '智力障碍' },
    { term: '低能儿', instead: '智力障碍儿童' },
    { term: '瞎子', instead: '盲人', except: ['瞎子阿炳'] },
    { term: '独眼龙', instead: '视力残疾人' },
    { term: '聋子', instead: '聋人', except: ['聋子的耳朵'] },
    { term: '聋哑人', instead: '听力言语残疾人', except: ['盲聋哑人'] },
    { term: '聋哑儿童', instead: '听力言语残疾儿童' },
    { term: '哑巴', instead: '言语残疾人', except: ['哑巴亏'] },
    { term: '傻子', instead: '智力障碍者', except: ['傻子瓜子'] },
    { term: '呆子', instead: '智力障碍者', except: ['书呆子'] },
    { term: '瘸子', instead: '肢体残疾人' },
    { term: '跛子', instead: '肢体残疾人' },
    { term: '疯子', instead: '精神残疾人' },
    {
      term: '罪犯',
      instead: '犯罪嫌疑人',
      except: ['罪犯改造', '犯罪犯'],
      with: [{ any: ['涉嫌', '抓获', '刑事拘留', '刑拘', '侦查', '立案', '审查起诉', '归案', '投案'] }],
      without: [{ any: COURT }],
    },
    {
      term: '人犯',
      instead: '犯罪嫌疑人',
      with: [{ any: ['抓获', '刑拘', '归案', '涉嫌'] }],
      without: [{ any: COURT }],
    },
    { term: '智障', instead: '智力障碍', except: ['人工智障'] },
    { term: '聋哑学生', instead: '听力言语残疾学生' },
    { term: '精神病人', instead: '精神障碍患者', with: [{ any: ['学生', '儿童', '家长'] }] },
    { term: '罪犯嫌疑人', instead: '犯罪嫌疑人', except: ['犯罪犯嫌疑人'] },
    { term: '盲流', instead: '流动人员' },
    { term: '农民工子弟学校', instead: '随迁子女学校' },
    { term: '差生', instead: '学习困难学生', except: ['误差生', '偏差生', '温差生', '时差生', '落差生', '级差生'] },
    { term: '问题学生', instead: '需要关爱的学生', except: ['等问题学生', '的问题学生', '问题学生会'] },
  ],
  finds: [
    '资助[[残废]]儿童和[[弱智]]学生入学',
    '不得歧视[[聋哑人]]、[[瞎子]]、[[呆子]]',
    '公安机关抓获涉嫌诈骗的[[罪犯]]三名',
    '<p>关爱<b>[[残</b>廢]]儿童</p>',
  ],
  passes: [
    '残疾儿童、盲人学校、泉州市盲聋哑学校',
    '法院判决后罪犯服刑；罪犯改造；抓获犯罪嫌疑人',
    '所谓“瞎子”“呆子”等称呼应当避免；书呆子',
    '测量误差生成的数据，这些问题学生会已反映',
  ],
}
