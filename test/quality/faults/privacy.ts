import type { FaultKind } from '../fault.ts'
import { cardNumber, mobile, personName, residentId } from '../people.ts'
import type { Random } from '../random.ts'

const table = (rows: readonly (readonly string[])[]) =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td><p class="MsoNormal">${cell}</p></td>`).join('')}</tr>`).join('')}</table>`
const spaced = (number: string, every: number) => number.match(new RegExp(`.{1,${every}}`, 'g'))!.join(' ')
const FORBIDDEN = [
  '身份证号',
  '身份证件号码',
  '家庭住址',
  '联系电话',
  '手机号码',
  '出生日期',
  '银行卡号',
  '学籍号',
  '困难类型',
  '致贫原因',
  '残疾类别',
  '是否低保',
]

function list(random: Random, head: string) {
  const value = () => {
    if (/身份证/.test(head)) return residentId(random)
    if (/电话|手机/.test(head)) return mobile(random)
    if (/银行/.test(head)) return cardNumber(random, '6217', 19)
    return /出生/.test(head) ? '2015-03-15' : '东海街道宝洲社区12号'
  }
  const name = random.pick(['姓名', '学生姓名', '姓 名'])
  return [
    ['序号', name, '学校', head],
    ...[1, 2, 3].map((row) => [String(row), personName(random), '实验小学', value()]),
  ]
}

export const privacyFaults: readonly FaultKind[] = [
  {
    check: 1,
    name: '身份证号',
    severity: 'block',
    rules: ['privacy/resident-id'],
    variants: [
      (random) => ({ text: `身份证号：${residentId(random)}` }),
      (random) => ({ text: `${personName(random)}，${residentId(random)}，已核对。` }),
      (random) => ({ text: `学籍号 G${residentId(random)}` }),
      (random) => ({ text: `学籍号J${residentId(random)}。` }),
      (random) => ({ text: `残疾人证号${residentId(random)}${1 + random.below(7)}${1 + random.below(4)}` }),
      (random) => ({ text: `证件号码${spaced(residentId(random), 6)}` }),
      (random) => ({ text: `证件号码${spaced(residentId(random), 4).replaceAll(' ', '-')}` }),
      (random) => ({ text: `临时学籍号L350502201503${random.pick(['11', '25', '08'])}${random.digits(4)}` }),
      (random) => ({
        html: table([
          ['学籍号', '备注'],
          [residentId(random).replace(/(.{6})/, '$1</p><p>'), '已核'],
        ]),
      }),
      (random) => ({
        draft: { attachments: [{ name: '名单.xlsx', size: 9, sha256: null, url: null }] },
        context: {
          attachments: [
            { name: '名单.xlsx', text: `姓名\t备注\n张三\t${residentId(random)}`, oddities: [], unread: [] },
          ],
        },
      }),
      (random) => ({ draft: { title: `关于${residentId(random)}的通知` } }),
      (random) => ({ html: `<p>名单见附件<!-- ${personName(random)} ${residentId(random)} --></p>` }),
      (random) => ({ html: `<p><img src="/u/1.png" alt="身份证${residentId(random)}"></p>` }),
    ],
  },
  {
    check: 2,
    name: '名单含不得公示的栏目',
    severity: 'block',
    rules: ['privacy/list-column'],
    variants: [
      ...FORBIDDEN.map((head) => (random: Random) => ({ html: table(list(random, head)) })),
      (random) => ({
        lines: list(random, random.pick(FORBIDDEN)).map((row) => row.map((cell) => cell.replace(' ', '')).join('｜')),
      }),
      (random) => ({
        lines: list(random, random.pick(FORBIDDEN)).map((row) => row.map((cell) => cell.replace(' ', '')).join(' ')),
      }),
      (random) => ({
        draft: { attachments: [{ name: '资助名单.xlsx', size: 9, sha256: null, url: null }] },
        context: {
          attachments: [
            {
              name: '资助名单.xlsx',
              text: list(random, random.pick(FORBIDDEN))
                .map((row) => row.join('\t'))
                .join('\n'),
              oddities: [],
              unread: [],
            },
          ],
        },
      }),
    ],
  },
  {
    check: 5,
    name: '银行账号',
    severity: 'block',
    rules: ['privacy/bank-account'],
    variants: [
      (random) => ({ text: `${cardNumber(random, '6217', 19)} 账号` }),
      (random) => ({ text: `${personName(random)}银行卡号：${cardNumber(random, '622', 19)}` }),
      (random) => ({ text: `补助打入${spaced(cardNumber(random, '6228', 19), 4)}。` }),
      (random) => ({ text: `开户行：农业银行，账号${cardNumber(random, '95599', 19)}` }),
      (random) => ({ text: `卡号${cardNumber(random, '4', 16)}` }),
      (random) => ({
        html: table([
          ['姓名', '银行账号'],
          [personName(random), cardNumber(random, '9', 17)],
        ]),
      }),
    ],
  },
  {
    check: 7,
    name: '个人手机号',
    severity: 'review',
    rules: ['privacy/personal-mobile'],
    variants: [
      (random) => ({ text: `联系人:${personName(random)} ${mobile(random)}` }),
      (random) => ({ text: `联系人：${personName(random)}，手机：${mobile(random)}` }),
      (random) => ({ text: `请联系${personName(random)}（${mobile(random)}）。` }),
      (random) => ({ text: `家长${personName(random)}，电话${mobile(random).replace(/(.{3})(.{4})/, '$1-$2-')}。` }),
      (random) => ({ text: `姓名：${personName(random)}；手机：${mobile(random)}` }),
      (random) => ({
        html: table([
          ['姓名', '单位', '手机'],
          [personName(random), '实验小学', mobile(random)],
        ]),
      }),
    ],
  },
]
