import type { Outcome } from '#shared/api/client.ts'
import type { Receipt } from '#shared/api/contract/common.ts'
import type { ReviewDetail } from '#shared/api/contract/reviews.ts'
import { Draft } from '#shared/draft/draft.ts'
import type { ReviewView } from '../messages/view.ts'
import { account } from '../platform/account.ts'
import type { Database } from '../platform/database.ts'
import { dueById } from './due.ts'
import { verifyReceipt } from './receipt.ts'
import type { Sealed, Vault } from './vault.ts'
import type { WorkerLink } from './worker-link.ts'

/** What was sent for review from this device, and what became of it. */
export interface Sent {
  idem: string
  /** The article's address in the CMS: what ties a later check of the same page to it. */
  page: string
  contentHash: string
  submittedAt: number
  sealed: Sealed
  review: Pick<ReviewDetail, 'id' | 'version' | 'state' | 'level'> | null
  decision: ReviewView['decision']
  proof: ReviewView['proof']
  entry: number | null
  /** The day by which a decision is due, as the Worker says; null where it does not. */
  dueOn?: string | null
}

export interface Submissions {
  add(idem: string, page: string, contentHash: string, draft: Draft): Promise<void>
  /** The last one for this article, or null. */
  latest(page: string): Promise<Sent | null>
  draftOf(sent: Sent): Promise<Draft | null>
  /** The Worker has it: what it said, and whether its proof holds. */
  acknowledge(idem: string, review: ReviewDetail, receipt: Receipt): Promise<void>
  /** Asks the Worker about those that are not at their end. Answers those whose state moved. */
  refresh(): Promise<Sent[]>
  forget(idem: string): Promise<void>
}

/** States in which nothing more can happen without the editor. */
const AT_END = new Set(['returned', 'refused', 'withdrawn', 'void', 'expired', 'published', 'retracted'])

export function submissions(
  database: Database,
  vault: Vault,
  link: WorkerLink,
  now: () => number = Date.now,
): Submissions {
  const all = (): Promise<Sent[]> => database.all<Sent>('sent')

  async function take(sent: Sent, review: ReviewDetail): Promise<Sent> {
    const { id, version, state, level } = review
    const last = review.decisions.at(-1)
    const decision = last && {
      verdict: last.verdict,
      by: last.by.name,
      at: Date.parse(last.at),
      reason: last.reason ?? '',
    }
    const next: Sent = { ...sent, review: { id, version, state, level }, decision: decision ?? null }
    await database.put('sent', next)
    return next
  }

  return {
    async add(idem, page, contentHash, draft) {
      const sealed = await vault.seal(draft)
      const row = { idem, page, contentHash, submittedAt: now(), sealed, review: null, decision: null }
      await database.put('sent', { ...row, proof: 'pending', entry: null } satisfies Sent)
    },
    async latest(page) {
      const rows = (await all()).filter((sent) => sent.page === page)
      return rows.sort((left, right) => right.submittedAt - left.submittedAt)[0] ?? null
    },
    async draftOf(sent) {
      return Draft.parse(await vault.open(sent.sealed))
    },
    async acknowledge(idem, review, receipt) {
      const sent = await database.get<Sent>('sent', idem)
      if (sent === undefined) return
      const key = (await account.get())?.ledgerKey ?? null
      const verified = key !== null && verifyReceipt(receipt, key, sent.contentHash)
      await take({ ...sent, proof: verified ? 'verified' : 'failed', entry: receipt.seq }, review)
    },
    async refresh() {
      const moved: Sent[] = []
      const open = (await all()).filter(({ review }) => review !== null && !AT_END.has(review.state))
      const due = open.length === 0 ? {} : await dueById(link)
      for (const stored of open) {
        const { dueOn = null } = due[stored.review?.id ?? ''] ?? {}
        const sent = { ...stored, dueOn }
        if (dueOn !== (stored.dueOn ?? null)) await database.put('sent', sent)
        if (sent.review === null) continue
        const outcome: Outcome<ReviewDetail> = await link.call('reviews.read', { params: { id: sent.review.id } })
        if (outcome.kind === 'unreachable') break
        if (outcome.kind !== 'answer' || outcome.answer.version === sent.review.version) continue
        moved.push(await take(sent, outcome.answer))
      }
      return moved
    },
    async forget(idem) {
      await database.remove('sent', idem)
    },
  }
}

/** How a submission looks to the panel, for a draft whose hash is `contentHash` now. */
export function viewSent(sent: Sent, contentHash: string): ReviewView {
  return {
    id: sent.review?.id ?? null,
    state: sent.review?.state ?? 'queued',
    submittedAt: sent.submittedAt,
    contentHash: sent.contentHash,
    matches: sent.contentHash === contentHash,
    level: sent.review?.level ?? null,
    decision: sent.decision,
    proof: sent.proof,
    entry: sent.entry,
    dueOn: sent.dueOn ?? null,
  }
}
