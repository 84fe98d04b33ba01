import * as z from 'zod'
import { CivilDate } from '../calendar/civil-date.ts'
import { originalText } from '../rules/original.ts'
import type { Rule } from '../rules/rule.ts'
import { dayOf, Scope } from './scope.ts'

/** 豁免: findings of one rule that a named person has judged to be right, where and until when. */
export const Exemption = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,64}$/, '应为 1 至 64 个小写字母、数字或连字符'),
  /** The rule that it answers. */
  rule: z.string().min(1).max(200),
  /** Exactly the characters found; absent: any. */
  text: z.string().min(1).max(2000).optional(),
  scope: Scope.omit({ quotation: true }).optional(),
  person: z.string().min(1).max(100),
  reason: z.string().min(2).max(2000),
  /** The last day on which it holds. */
  until: CivilDate,
})
export type Exemption = z.infer<typeof Exemption>

/**
 * The rule with its exemptions: what they cover is still shown, as advice, with who said so and why. Without a known day, past `until`, or
 * out of its scope, an exemption does nothing.
 */
export function exempted(rule: Rule, exemptions: readonly Exemption[]): Rule {
  const own = exemptions.filter((one) => one.rule === rule.id)
  if (own.length === 0) return rule
  return {
    ...rule,
    *check(input) {
      const inForce = own.filter((one) => isInForce(one, input.today) && isInScope(one, input))
      for (const hit of rule.check(input)) {
        const exemption =
          'unread' in hit
            ? undefined
            : inForce.find(
                (one) => one.text === undefined || one.text === originalText(input.draft, input.context, hit),
              )
        if (exemption === undefined || 'unread' in hit) yield hit
        else {
          const { person, reason, until } = exemption
          const why = `已由${person}豁免至 ${until}：${reason}${hit.why === undefined ? '' : `（原因：${hit.why}）`}`
          yield {
            ...hit,
            severity: 'advise',
            message: `${hit.message ?? rule.title}（已豁免）`,
            why,
            advice: '不必改动',
          }
        }
      }
    },
  }
}

function isInForce({ until }: Exemption, today: string | undefined): boolean {
  return today !== undefined && today <= until
}

function isInScope({ scope }: Exemption, input: Parameters<Rule['check']>[0]): boolean {
  const { channels, kinds, from, to } = scope ?? {}
  const day = dayOf(input)
  if (channels !== undefined && (input.draft.channel === null || !channels.includes(input.draft.channel))) return false
  if (kinds !== undefined && !kinds.includes(input.classification.kind)) return false
  if (from === undefined && to === undefined) return true
  return day !== undefined && (from === undefined || from <= day) && (to === undefined || day <= to)
}
