import type { Draft } from '#shared/draft/draft.ts'
import type { Finding } from '#shared/rules/finding.ts'
import { DraftChecker } from '#shared/ruleset/check-draft.ts'
import type { CompiledRuleSet } from '#shared/ruleset/compile.ts'
import { judge } from '../gate/gate.ts'
import { submittedBody } from '../gate/line-breaks.ts'
import type { GateVerdict } from '../gate/verdict.ts'
import type { Marks } from '../messages/messages.ts'
import { awaitsFiles } from '../messages/pending-files.ts'
import { askFrame, Refused, tellTab } from '../messages/wire.ts'
import { sentences } from '../platform/text/background.ts'
import { changesBetween } from './block-diff.ts'
import { runCheck } from './check-service.ts'
import { confirmedIn } from './confirmations.ts'
import type { Desk, Desks } from './desk.ts'
import type { InterpretationLinks } from './interpretation-links.ts'
import type { Policy } from './policy.ts'
import type { RuleCache } from './rules.ts'
import { type Submissions, viewSent } from './submissions.ts'
import { submittedFinding } from './submitted-finding.ts'
import type { WorkerLink } from './worker-link.ts'

export interface Checking {
  /** Checks a draft that a page sent, and lays the answer out. `asking`: it is about to go, so the editor is asked what it would submit. */
  check(desk: Desk, draft: Draft, asking?: boolean): Promise<{ marks: Marks; verdict: GateVerdict }>
  /** Reads the page again and checks that. Refused when no frame answers. */
  reread(desk: Desk): Promise<{ draft: Draft; verdict: GateVerdict }>
  /**
   * Waits until every attachment's file was looked at again, at most `within` ms where given. Outside the desk's turn: a large one must not keep
   * checks waiting.
   */
  settle(tab: number, within?: number): Promise<void>
  /** Asks again what is behind the linked interpretations, and lays it out. */
  lookAtLinks(desk: Desk): Promise<void>
  /** The same draft judged again, after a review or the connection changed. */
  judgeAgain(desk: Desk): Promise<GateVerdict | null>
}

interface Parts {
  desks: Desks
  rules: RuleCache
  policy: Policy
  submissions: Submissions
  link: WorkerLink
  links: InterpretationLinks
}

/** Draft in; marks for the page, a view for the panel and a verdict for the gate out. */
export function checking({ desks, rules, policy, submissions, link, links }: Parts): Checking {
  async function verdictOf(desk: Desk, draft: Draft): Promise<GateVerdict> {
    const { report } = desk
    const sent = await submissions.latest(articleOf(desk))
    const review = sent !== null && report !== null ? viewSent(sent, report.contentHash) : null
    const approved = sent?.review?.state === 'approved' ? { contentHash: sent.contentHash } : null
    const confirmed = confirmedIn(draft, desk.seat.confirmed)
    const verdict = judge({
      report,
      policy: await policy.gate(draft.channel),
      approval: approved,
      confirmed,
      online: link.reach().state !== 'offline',
    })
    const before =
      sent !== null && review?.matches === false && holdsDraft(review.state) ? await submissions.draftOf(sent) : null
    await desks.write(desk, {
      verdict: verdict.state,
      reason: verdict.state === 'hold' ? verdict.reason : null,
      confirmed,
      review,
      changed: before === null ? null : changesBetween(before, draft),
    })
    return verdict
  }

  /** Only when the draft is about to go: the editor's own way out costs time and may wake its plugins. */
  async function submittedOf(desk: Desk, draft: Draft): Promise<Finding | null> {
    const claim = (await askFrame(desk.tab, desk.seat.frame, 'page.submitted', {}))?.source ?? null
    const { profile } = desk.seat
    return claim === null || profile === null ? null : submittedFinding(draft, submittedBody(claim, profile.body))
  }

  async function check(desk: Desk, draft: Draft, asking = false): Promise<{ marks: Marks; verdict: GateVerdict }> {
    await desks.write(desk, { checkingSince: Date.now() })
    const { compiled } = await rules.current()
    const also = asking ? await submittedOf(desk, draft) : null
    const { report, view, marks } = runCheck(
      draft,
      compiled,
      { ...desk.seat, also },
      Date.now(),
      undefined,
      checkerOf(desk, compiled),
    )
    desk.draft = draft
    desk.marks = marks
    const { release } = desk.view
    const moved = (desk.report ?? release)?.contentHash !== report.contentHash
    // Another text than the one a release was about: the release is history now. After a publish the page comes up anew, and is not another text
    // for as long as its files are on their way.
    const past = moved && release?.contentHash !== report.contentHash && !awaitsFiles(draft)
    desk.report = report
    await desks.write(desk, {
      check: view,
      checkingSince: null,
      failure: null,
      ...(moved ? { held: null } : {}),
      ...(past ? { release: null } : {}),
    })
    const verdict = await verdictOf(desk, draft)
    await tellTab(desk.tab, 'page.paint', { marks })
    void lookAtLinks(desk)
    if (moved) await tellTab(desk.tab, 'page.sentence', { shown: false })
    return { marks, verdict }
  }

  /** Takes as long as public sites take; nothing waits for it. */
  async function lookAtLinks(desk: Desk): Promise<void> {
    const { check } = desk.view
    if (check === null) return
    const found = await links.behind(check)
    if (desk.view.check?.contentHash === check.contentHash) await desks.write(desk, { links: found })
  }

  return {
    check,
    lookAtLinks,
    async reread(desk) {
      const answer = await askFrame(desk.tab, desk.seat.frame, 'page.read', {})
      if (answer === null) {
        await desks.write(desk, { checkingSince: null, verdict: null, failure: sentences.noDraft })
        throw new Refused(sentences.noDraft)
      }
      const { verdict } = await check(desk, answer.draft, true)
      return { draft: answer.draft, verdict }
    },
    async settle(tab, within) {
      const { seat } = await desks.of(tab)
      if (!seat.profile?.attachments) return
      const settled = askFrame(tab, seat.frame, 'page.settle', {})
      if (within === undefined) await settled
      else await Promise.race([settled, new Promise((resolve) => setTimeout(resolve, within))])
    },
    async judgeAgain(desk) {
      return desk.draft === null ? null : verdictOf(desk, desk.draft)
    },
  }
}

/** One checker a desk, as long as its rule set is in force. */
const checkers = new WeakMap<Desk, { compiled: CompiledRuleSet; checker: DraftChecker }>()

function checkerOf(desk: Desk, compiled: CompiledRuleSet): DraftChecker {
  const open = checkers.get(desk)
  if (open?.compiled === compiled) return open.checker
  const checker = new DraftChecker(compiled)
  checkers.set(desk, { compiled, checker })
  return checker
}

/** States in which what was sent still means something for what stands in the editor. */
function holdsDraft(state: string): boolean {
  return ['queued', 'submitted', 'approved', 'returned', 'referred', 'void'].includes(state)
}

/** Which article a desk is about: the page's address without its fragment. */
export function articleOf(desk: Desk): string {
  return desk.seat.url.split('#', 1)[0] ?? desk.seat.url
}
