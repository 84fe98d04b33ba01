import { defineRule } from '../rule.ts'
import { above, cellAt, rowOf } from '../tables.ts'
import type { TextView } from '../text-view.ts'
import { type DigitRun, digitRuns } from './digits.ts'
import { isResidentId } from './resident-id-number.ts'

const KEYWORD = /卡号|账号|帐号|账户|帐户|开户行|开户银行|银行卡|存折|一卡通/
/** An account of an organ, a school or a firm is published for people to pay into. */
const OF_UNIT =
  /单位账户|对公|公户|基本户|缴费账户|缴费账号|收款单位|(?:户名|开户名称|账户名称)\s?:?\s?[^,。;( ]{0,24}(?:局|学校|中学|小学|大学|学院|幼儿园|中心|公司|财政|委员会|政府|协会|基金会|厅|院|馆|工会)(?=[,。;( ]|$)/
const NEAR = 20

/** Luhn's check, as on bank cards. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let index = digits.length - 1, double = false; index >= 0; index -= 1, double = !double) {
    const digit = Number(digits[index]) * (double ? 2 : 1)
    sum += digit > 9 ? digit - 9 : digit
  }
  return sum % 10 === 0
}

export const privacyBankAccount = defineRule({
  id: 'privacy/bank-account',
  title: '银行账号',
  severity: 'block',
  basis: '《中华人民共和国个人信息保护法》第二十八条；教财厅函〔2017〕28号',
  advice: '删去个人银行账号；确是本单位收款账户的，写明户名并请管理员登记到单位账户',
  *check({ texts, context }) {
    const own = new Set((context.bureau?.accounts ?? []).map((account) => account.replace(/\D/g, '')))
    for (const view of texts)
      for (const run of digitRuns(view, 16, 19)) {
        if (/X$/.test(run.digits) || run.before !== '' || own.has(run.digits)) continue
        if (!passesLuhn(run.digits) || isResidentId(run.digits)) continue
        const sign = signOf(run, view)
        if (sign !== null && !OF_UNIT.test(around(run, view)))
          yield { ...run.span, why: `${run.digits.length} 位，通过银行卡校验（Luhn），${sign}` }
      }
  },
  finds: [
    '[[6217000000000000004]] 账号',
    '张三，卡号：[[6217 0000 0000 0000 004]]',
    '姓名\t银行卡号\n张三\t[[6217000000000000004]]',
    '补助已打入[[６２１７００００００００００００００４]]',
    '<p>户名：张三</p><p>账号：[[6217<span>000000</span>000000004]]</p>',
  ],
  passes: [
    '单位账户：6217000000000000004',
    '户名：泉州市教育局，账号：6217000000000000004',
    { body: '缴至账号 6217000000000000004', context: { bureau: bureauWith('6217 0000 0000 0000 004') } },
    '索引号 11441700007280420Y/2021-00050',
    '账号 6217000000000000005（校验不符）',
    '订单 4000000000000002 已办结',
  ],
})

function bureauWith(account: string) {
  return { names: [], regions: [], accounts: [account], contacts: [], domains: [], sources: [] }
}

function signOf(run: DigitRun, view: TextView): string | null {
  if (run.digits.startsWith('62')) return '以 62 开头'
  const { text } = run.place
  const near = text.slice(Math.max(0, run.start - NEAR), run.start) + text.slice(run.end, run.end + NEAR)
  const word = KEYWORD.exec(near)?.[0]
  if (word !== undefined) return `近处有“${word}”`
  const at = cellAt(view, run.place)
  if (at === null) return null
  const { grid, cell } = at
  const heads = [...above(grid, cell), ...rowOf(grid, cell).filter((one) => one.column === cell.column - 1)]
  const head = heads.find((one) => one.text.length <= 20 && KEYWORD.test(one.text))
  return head === undefined ? null : `在“${head.text}”一栏`
}

/** Where the holder of an account would be named: its table, or the two pieces before and after. */
function around({ place }: DigitRun, view: TextView): string {
  const at = cellAt(view, place)
  if (at !== null)
    return [at.cell, ...rowOf(at.grid, at.cell), ...above(at.grid, at.cell)].map((one) => one.text).join(' ')
  return view.places
    .slice(Math.max(0, place.index - 2), place.index + 3)
    .map((one) => one.text)
    .join(' ')
}
