import * as z from 'zod'
import { YearPlan } from '../calendar/year-plan.ts'
import { Severity } from '../rules/finding.ts'
import { Exemption } from './exemption.ts'
import { Pattern } from './pattern.ts'
import { Profile } from './profile.ts'
import { Roster } from './roster.ts'
import { TermList } from './term-list.ts'

const Word = z.string().min(1).max(200)

/** 单位自己的事实. The same shape as `BureauFacts` of the rules. */
export const Bureau = z.strictObject({
  names: z.array(Word).max(2000),
  regions: z.array(Word).max(2000),
  accounts: z.array(Word).max(2000),
  contacts: z.array(Word).max(2000),
  domains: z.array(Word).max(2000),
  sources: z.array(Word).max(2000),
})

/** How a rule that ships with the code is set in one bureau. Absent: as it ships. */
export const RuleSetting = z.strictObject({
  enabled: z.boolean().optional(),
  severity: Severity.optional(),
  options: z.record(z.string().max(100), z.unknown()).optional(),
})
export type RuleSetting = z.infer<typeof RuleSetting>

/**
 * 规则集: everything that an admin may change without a release, as data. Which shipped rules are on, the lists, rosters and patterns, the
 * exemptions, the years of the calendar, the facts of the bureau, the site profiles. Content-addressed by its canonical form; `version` is its name in reports.
 */
export const RuleSet = z.strictObject({
  v: z.literal(1),
  version: z.string().min(1).max(100),
  settings: z.array(z.strictObject({ rule: z.string().max(200), ...RuleSetting.shape })).max(1000),
  /** Names of packs whose lists are part of this set. */
  includes: z.array(z.string().min(1).max(100)).max(50).optional(),
  terms: z.array(TermList).max(200),
  rosters: z.array(Roster).max(200).optional(),
  patterns: z.array(Pattern).max(1000).optional(),
  exemptions: z.array(Exemption).max(1000).optional(),
  /** 放假安排 of years that do not ship, a year after the other (`years.ts`). Absent: those that ship. */
  calendar: z.array(YearPlan).max(20).optional(),
  bureau: Bureau.nullable(),
  profiles: z.array(Profile).max(200),
})
export type RuleSet = z.infer<typeof RuleSet>
