import { toClaim } from '#shared/api/contract/claims.ts'
import type { NewDecision, Submission } from '#shared/api/contract/reviews.ts'
import type { Draft } from '#shared/draft/draft.ts'
import { checkDraft } from '#shared/ruleset/check-draft.ts'
import { compileRuleSet } from '#shared/ruleset/compile.ts'
import { starterRuleSet } from '#shared/ruleset/packs/starter.ts'

export const SITE = 'https://jyj.example.gov.cn/'
export const CHANNEL = '工作动态'
const rules = compileRuleSet(starterRuleSet)

/** An ordinary piece of news with nothing wrong in it; `body` to make another content. */
export function draftOf(body = '会议总结了上一学期的工作，部署了新学期的任务。'): Draft {
  return {
    site: SITE,
    title: '全市中小学春季开学工作会议召开',
    documentNumber: null,
    channel: CHANNEL,
    disclosureClass: 'proactive',
    datedOn: null,
    department: '办公室',
    source: null,
    body: { format: 'html', source: `<p>${body}</p>` },
    attachments: [],
    interpretations: [],
    unread: [],
  }
}

/** What the extension would say of a draft, with or without its text. */
export function claimOf(draft: Draft, text: boolean, ruleset = 'v0') {
  const today = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10)
  const { contentHash, coverage, findings } = checkDraft(draft, rules, { today })
  return {
    ...{ contentHash, ruleset, channel: draft.channel, findings: findings.map(toClaim), coverage },
    ...{ kind: null, interpretationPlan: null, draft: text ? draft : null, clientAt: '2026-11-24T03:00:00.000Z' },
  }
}

export function submissionOf(draft: Draft, text: boolean, replaces: string | null = null): Submission {
  return {
    ...claimOf(draft, text),
    ...{ title: draft.title, department: draft.department, site: draft.site, page: 'https://cms.example/edit?id=1' },
    ...{ confirmed: [], replaces, words: '请审', cmsUser: null, policy: false },
  }
}

export const ALL_GATES = { political: true, legal: true, policy: true, confidentiality: true, wording: true }

/** A plain approval at 初审 of what was submitted, with the reviewer's own check behind it. */
export function decisionOn(sent: Submission, version: number, more: Partial<NewDecision> = {}): NewDecision {
  return {
    ...{ version, contentHash: sent.contentHash, ruleset: 'v0', level: 'first', verdict: 'approve', gates: ALL_GATES },
    ...{
      threeSyncs: null,
      reason: null,
      answers: [],
      recheck: { contentHash: sent.contentHash, findings: sent.findings },
      clientAt: null,
    },
    ...more,
  }
}
