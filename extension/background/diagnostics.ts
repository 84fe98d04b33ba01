import { account, ticket } from '../platform/account.ts'
import { browser } from '../platform/browser.ts'
import type { Office } from './office.ts'

/** What support needs, as text to be copied. No token, no key, no word of a draft. */
export async function diagnosticsOf(office: Office): Promise<string> {
  const [mine, held, rules, waiting, lock] = await Promise.all([
    account.get(),
    ticket.get(),
    office.rules.current(),
    office.outbox.waiting(),
    browser.declarativeNetRequest.getDynamicRules(),
  ])
  const lines: [string, string | number | null][] = [
    ['扩展版本', browser.runtime.getManifest().version],
    ['浏览器', navigator.userAgent],
    ['时间', new Date().toISOString()],
    ['服务端', mine?.worker ?? '未设置'],
    ['服务端状态', office.link.reach().state],
    ['单位', mine?.bureau.id ?? null],
    ['人员', mine?.member.id ?? null],
    ['登录有效至', held?.expiresAt ?? '无'],
    ['规则集', `${rules.version}（${rules.from}）`],
    ['规则集核对于', rules.fetchedAt === null ? '从未' : new Date(rules.fetchedAt).toISOString()],
    ['站点适配', rules.profiles.map(({ id }) => id).join('、') || '无'],
    ['发布锁规则数', lock.length],
    ['等待发送', waiting.map(({ kind, state, tries }) => `${kind}/${state}/${tries}`).join('、') || '无'],
    ['打开的编辑页', office.desks.all().filter(({ view }) => view.page === 'ready').length],
  ]
  return lines.map(([name, value]) => `${name}：${value ?? '无'}`).join('\n')
}
