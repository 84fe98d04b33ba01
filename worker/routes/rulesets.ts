import { diffRuleSets } from '#shared/ruleset/diff.ts'
import type { Etags, Handlers } from '../http/call.ts'
import { consentToRuleSet, proposeRuleSet, publishRuleSet, rollBackRuleSet } from '../services/change-ruleset.ts'
import { placeOf } from '../services/list-reviews.ts'
import { proveRuleSet } from '../services/prove-ruleset.ts'
import { bundleOf, etagOf, rowOf, summaryOf, wholeOf } from '../services/ruleset-bundle.ts'
import { exportRuleSet, importTerms } from '../services/ruleset-files.ts'

export const rulesets = {
  'rulesets.current': (_, { tenant }) => bundleOf(tenant),
  'rulesets.list': ({ query }, { tenant }) => {
    const before = query.after === undefined ? Number.MAX_SAFE_INTEGER : placeOf(query.after)
    const rows = tenant.rulesets.list(before, query.limit + 1)
    const shown = rows.slice(0, query.limit)
    const next = rows.length > query.limit ? String(shown.at(-1)!.number) : null
    return { items: shown.map((row) => summaryOf(tenant, row)), next }
  },
  'rulesets.read': ({ params }, { tenant }) => {
    const row = rowOf(tenant, params.version)
    return { summary: summaryOf(tenant, row), ruleset: tenant.rulesets.content(row.digest).ruleset }
  },
  'rulesets.import': ({ body }, call) => importTerms(body, call),
  'rulesets.export': ({ params, query }, call) => exportRuleSet(params.version, query, call),
  'rulesets.propose': ({ body }, call) => proposeRuleSet(body, call),
  'rulesets.prove': ({ params }, { tenant }) =>
    proveRuleSet(tenant.rulesets.content(rowOf(tenant, params.version).digest).ruleset),
  'rulesets.consent': ({ params, body }, call) => consentToRuleSet(params.version, body.digest, call),
  'rulesets.publish': ({ params, body }, call) => publishRuleSet(params.version, body.digest, call),
  'rulesets.rollback': ({ params, body }, call) => rollBackRuleSet(params.version, body.reason, call),
  'rulesets.diff': ({ params }, { tenant }) => {
    return { sentences: diffRuleSets(wholeOf(tenant, params.version), wholeOf(tenant, params.other)) }
  },
} satisfies Handlers<
  | 'rulesets.current'
  | 'rulesets.list'
  | 'rulesets.read'
  | 'rulesets.import'
  | 'rulesets.export'
  | 'rulesets.propose'
  | 'rulesets.prove'
  | 'rulesets.consent'
  | 'rulesets.publish'
  | 'rulesets.rollback'
  | 'rulesets.diff'
>

export const etags = { 'rulesets.current': ({ tenant }) => etagOf(tenant) } satisfies Etags
