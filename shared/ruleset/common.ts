import * as z from 'zod'
import { CivilDate } from '../calendar/civil-date.ts'
import { DisclosureClass } from '../draft/draft.ts'
import { Severity } from '../rules/finding.ts'
import { Scope } from './scope.ts'

export const Text = z.string().min(1).max(2000)

/** An example in data: a body, or the parts of a draft that matter. `[[…]]` marks the expected places. */
export const ExampleData = z.union([
  Text,
  z.strictObject({
    title: Text.optional(),
    body: Text.optional(),
    channel: Text.optional(),
    documentNumber: Text.optional(),
    source: Text.optional(),
    disclosureClass: DisclosureClass.optional(),
    datedOn: CivilDate.optional(),
  }),
])
export type ExampleData = z.infer<typeof ExampleData>

/** What every rule carries that is data, whatever its kind. Its examples are its admission check: `finds` must be hit, `passes` must not. */
export const RuleData = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, '应为 主题/名称，只用小写字母、数字和连字符')
    .max(200),
  title: Text,
  severity: Severity,
  basis: Text,
  advice: Text,
  scope: Scope.optional(),
  /** Who answers for the rule, and the day on which it is to be looked at again. */
  owner: z.string().max(200).optional(),
  reviewOn: CivilDate.optional(),
  finds: z.array(ExampleData).min(1).max(200),
  passes: z.array(ExampleData).min(1).max(200),
})
