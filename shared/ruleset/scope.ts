import * as z from 'zod'
import { CivilDate } from '../calendar/civil-date.ts'
import { DocumentKind } from '../draft/document-kind.ts'
import type { Rule, RuleInput } from '../rules/rule.ts'

/** Where a rule applies. What is absent does not narrow it. */
export const Scope = z.strictObject({
  channels: z.array(z.string().min(1).max(200)).min(1).max(100).optional(),
  kinds: z.array(DocumentKind).min(1).optional(),
  /** Days of the document, both included. */
  from: CivilDate.optional(),
  to: CivilDate.optional(),
  /** `never`: not inside quotations, titles and cited articles; `only`: only there. */
  quotation: z.enum(['never', 'only']).optional(),
})
export type Scope = z.infer<typeof Scope>

/** The day that a draft is of: 成文日期, else the day of publication, else today. */
export function dayOf({ draft, context, today }: Pick<RuleInput, 'draft' | 'context' | 'today'>): string | undefined {
  return draft.datedOn ?? context.publishedOn ?? today
}

/** The rule, applied only within its scope. Where the draft does not tell whether it is in scope, a hit is reported as not judged. */
export function scoped(rule: Rule, scope: Scope | undefined): Rule {
  if (scope === undefined) return rule
  const { channels, from, to, kinds } = scope
  return {
    ...rule,
    // Whether it applies is told by the draft's other fields.
    local: rule.local === true && channels === undefined && from === undefined && to === undefined,
    ...(kinds === undefined ? {} : { kinds }),
    *check(input) {
      const { channel } = input.draft
      const day = dayOf(input)
      if (channels !== undefined && channel !== null && !channels.includes(channel)) return
      if (day !== undefined && ((from !== undefined && day < from) || (to !== undefined && day > to))) return
      const missing = channels !== undefined && channel === null ? '栏目' : ''
      const undated = (from !== undefined || to !== undefined) && day === undefined ? '成文日期' : ''
      const lacking = [missing, undated].filter((part) => part !== '').join('、')
      for (const hit of rule.check(input)) {
        if (lacking === '' || 'unread' in hit) yield hit
        else {
          yield { unread: rule.title, why: `没有读到${lacking}，不知道这条规则是否适用` }
          return
        }
      }
    },
  }
}
