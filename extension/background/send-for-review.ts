import { isInterpreted } from '../messages/interpretation-view.ts'
import { Refused } from '../messages/wire.ts'
import { account } from '../platform/account.ts'
import { sentences, submittedText } from '../platform/text/background.ts'
import { wordFor, words } from '../platform/text/common.ts'
import { articleOf } from './checking.ts'
import { submissionOf } from './claim.ts'
import { confirmedIn, unconfirmed } from './confirmations.ts'
import type { Desk } from './desk.ts'
import type { Office } from './office.ts'
import { SUBMITTED_DIFFERS } from './submitted-finding.ts'

/**
 * 送审 of what stands in the page now. On disk in the outbox before it answers; refused while something that was not read is not confirmed by
 * name. `sent` is false where it waits.
 */
export async function sendForReview(office: Office, desk: Desk, said: string): Promise<{ sent: boolean }> {
  if ((await account.get()) === null) throw new Refused(sentences.notSignedIn)
  const { draft } = await office.checking.reread(desk)
  const report = desk.report
  if (report === null) throw new Refused(sentences.noDraft)
  if (report.findings.some(({ rule }) => rule === SUBMITTED_DIFFERS)) throw new Refused(submittedText.refused)
  const confirmed = confirmedIn(draft, desk.seat.confirmed)
  const open = unconfirmed(report.coverage.unread, confirmed)
  if (open.length > 0) throw new Refused(sentences.unconfirmed(open))
  const page = articleOf(desk)
  const before = await office.submissions.latest(page)
  const idem = crypto.randomUUID()
  const body = submissionOf({
    draft,
    report,
    ruleset: (await office.rules.current()).version,
    mayStoreText: await office.policy.mayStoreText(),
    at: Date.now(),
    page,
    confirmed,
    words: said,
    kind: desk.seat.kind,
    plan: isInterpreted(desk.view.check?.kind.is ?? '') ? desk.seat.plan : null,
    policy: desk.view.check?.kind.is === 'policy',
    notes: notesOf(desk),
    replaces: before?.review?.id ?? null,
  })
  await office.submissions.add(idem, page, report.contentHash, draft)
  await office.outbox.put('submit', body, idem)
  await office.desks.write(desk, { held: null })
  const waiting = await office.outbox.drain()
  await office.checking.judgeAgain(desk)
  await office.layOut()
  return { sent: waiting === 0 }
}

/** What the editor said about the check, as lines for the reviewer. */
function notesOf({ seat: { disputes, kind } }: Desk): string[] {
  const chosen = kind === null ? [] : [sentences.kindNote(wordFor(words.kinds, kind.kind), kind.because)]
  return [...chosen, ...Object.entries(disputes).map(([key, reason]) => sentences.disputeNote(key, reason))]
}
