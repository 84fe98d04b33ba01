import type { Draft } from '#shared/draft/draft.ts'
import type { Report } from '#shared/rules/finding.ts'
import { Refused } from '../messages/wire.ts'
import { account } from '../platform/account.ts'
import { sentences } from '../platform/text/background.ts'
import { articleOf } from './checking.ts'
import { claimOf } from './claim.ts'
import type { Desk } from './desk.ts'
import type { Policy } from './policy.ts'
import type { RuleCache } from './rules.ts'
import { sentenceOf } from './session.ts'
import type { Submissions } from './submissions.ts'
import type { WorkerLink } from './worker-link.ts'

/** 放行凭证 from the Worker. Asked for at the moment of publishing, never kept. Each answers the release's id, or null where the bureau lets a clean draft go unconfirmed. */
export interface Releases {
  take(desk: Desk, draft: Draft): Promise<string | null>
  emergency(desk: Desk, draft: Draft, reason: string): Promise<string>
}

interface Parts {
  link: WorkerLink
  submissions: Submissions
  rules: RuleCache
  policy: Policy
  now: () => number
}

export function releases({ link, submissions, rules, policy, now }: Parts): Releases {
  async function mine(): Promise<void> {
    if ((await account.get()) === null) throw new Refused(sentences.notSignedIn)
  }

  async function claimFor({ seat: { kind, plan } }: Desk, draft: Draft, report: Report) {
    const ruleset = (await rules.current()).version
    return claimOf({ draft, report, ruleset, mayStoreText: await policy.mayStoreText(), kind, plan, at: now() })
  }

  return {
    async take(desk, draft) {
      await mine()
      const report = desk.report
      if (report === null) throw new Refused(sentences.noDraft)
      const sent = await submissions.latest(articleOf(desk))
      const clientAt = new Date(now()).toISOString()
      const target = { contentHash: report.contentHash, site: draft.site, channel: draft.channel, clientAt }
      const approved = sent?.review?.state === 'approved' && sent.contentHash === report.contentHash
      const claim = await claimFor(desk, draft, report)
      const outcome = await link.call('releases.create', {
        idempotencyKey: crypto.randomUUID(),
        body:
          approved && sent.review !== null
            ? { kind: 'approved', reviewId: sent.review.id, ...target }
            : { kind: 'clean', claim, ...target },
      })
      if (outcome.kind === 'answer') return outcome.answer.release.id
      const unreachable = outcome.kind === 'unreachable'
      if (unreachable && !approved && (await policy.gate(draft.channel)).openWhenOffline) return null
      throw new Refused(sentenceOf(outcome))
    },
    async emergency(desk, draft, reason) {
      await mine()
      const report = desk.report
      if (report === null) throw new Refused(sentences.noDraft)
      const outcome = await link.call('releases.emergency', {
        idempotencyKey: crypto.randomUUID(),
        body: {
          contentHash: report.contentHash,
          site: draft.site,
          channel: draft.channel,
          title: draft.title === '' ? '（无标题）' : draft.title,
          reason,
          claim: await claimFor(desk, draft, report),
          policy: desk.view.check?.kind.is === 'policy',
          page: articleOf(desk),
          clientAt: new Date(now()).toISOString(),
        },
      })
      if (outcome.kind !== 'answer') throw new Refused(sentenceOf(outcome))
      return outcome.answer.release.id
    },
  }
}
