import { DocumentKind } from '#shared/draft/document-kind.ts'
import type { PanelQuestions } from '../messages/panel.ts'
import { askFrame, Refused, tellTab } from '../messages/wire.ts'
import { account } from '../platform/account.ts'
import { sentences } from '../platform/text/background.ts'
import { wordFor, words } from '../platform/text/common.ts'
import { articleOf } from './checking.ts'
import { submissionOf } from './claim.ts'
import type { Desk } from './desk.ts'
import { diagnosticsOf } from './diagnostics.ts'
import type { Office } from './office.ts'
import { goRound } from './rounds.ts'
import { signIn } from './sign-in.ts'
import { sites } from './sites.ts'

export type PanelAnswers = {
  [K in keyof PanelQuestions]: (ask: PanelQuestions[K]['ask']) => Promise<PanelQuestions[K]['answer']>
}

export function answerPanel(office: Office): PanelAnswers {
  const { desks, checking, publishing, snapshots, session, submissions } = office
  const at = <T>(tab: number, work: (desk: Desk) => Promise<T>): Promise<T> => desks.inTurn(tab, work)

  return {
    'panel.check': ({ tab }) =>
      at(tab, async (desk) => {
        if (desk.view.page !== 'ready') return null
        await checking.reread(desk)
        // Somebody looks: what the Worker decided meanwhile should stand there, not what the last round brought.
        if (desk.view.review !== null && (await submissions.refresh()).length > 0) await checking.judgeAgain(desk)
        return null
      }),
    'panel.reveal': ({ tab, span }) => at(tab, (desk) => reveal(desk, span)),
    'panel.dispute': ({ tab, key, reason }) =>
      at(tab, async (desk) => {
        const { [key]: _, ...others } = desk.seat.disputes
        await desks.write(desk, {}, { disputes: reason === null ? others : { ...others, [key]: reason } })
        await checking.reread(desk)
        return null
      }),
    'panel.classify': ({ tab, kind, reason }) =>
      at(tab, async (desk) => {
        const chosen = DocumentKind.nullable().parse(kind)
        await desks.write(desk, {}, { kind: chosen === null ? null : { kind: chosen, because: reason } })
        await checking.reread(desk)
        return null
      }),
    'panel.plan': ({ tab, plan }) =>
      at(tab, async (desk) => {
        await desks.write(desk, {}, { plan })
        await checking.reread(desk)
        return null
      }),
    'panel.submit': (ask) => at(ask.tab, (desk) => submit(office, desk, ask.words, ask.confirmed)),
    'panel.withdraw': ({ tab, reason }) =>
      at(tab, async (desk) => {
        const sent = await submissions.latest(articleOf(desk))
        if (sent?.review == null) throw new Refused(sentences.notApproved)
        const { id, version } = sent.review
        await office.outbox.put('withdraw', { id, version, reason: reason === '' ? null : reason })
        await office.outbox.drain()
        await submissions.refresh()
        await checking.judgeAgain(desk)
        await office.layOut()
        return null
      }),
    'panel.publish': ({ tab }) => at(tab, (desk) => publishing.publish(desk).then(() => null)),
    'panel.emergency': ({ tab, reason }) =>
      at(tab, async (desk) => {
        if (!desk.view.emergency) throw new Refused(sentences.noEmergency)
        await publishing.emergency(desk, reason)
        return null
      }),
    'panel.snapshots': ({ tab }) => at(tab, async (desk) => ({ snapshots: await snapshots.list(articleOf(desk)) })),
    'panel.restore': ({ tab, id }) => at(tab, (desk) => restore(office, desk, id)),
    'session.signIn': async ({ worker, invitation, pin }) => {
      await signIn(office, worker, invitation, pin)
      return null
    },
    'session.renew': async ({ pin }) => {
      if ((await session.renew(pin)) === null) throw new Refused(sentences.signedOut)
      await goRound(office)
      return null
    },
    'session.signOut': async () => {
      await session.signOut()
      await office.layOut()
      return null
    },
    'site.connect': async ({ origin }) => {
      await sites.connect(origin)
      return null
    },
    'site.disconnect': async ({ origin }) => {
      await sites.disconnect(origin)
      return null
    },
    'site.list': async () => ({ sites: await sites.list(await office.profiles()) }),
    'house.refresh': async () => {
      await goRound(office)
      return null
    },
    'outbox.discard': async ({ idem }) => {
      await office.outbox.discard(idem)
      await office.layOut()
      return null
    },
    'diagnostics.read': async () => ({ text: await diagnosticsOf(office) }),
  }
}

/** The form's frame first, then every other: a body often lies in a frame of its own. */
async function reveal(
  desk: Desk,
  span: Parameters<typeof askFrame<'page.reveal'>>[3]['span'],
): Promise<{ found: boolean }> {
  const answer = await askFrame(desk.tab, desk.seat.frame, 'page.reveal', { span })
  if (answer?.found) return { found: true }
  await tellTab(desk.tab, 'page.reveal', { span })
  return { found: span.field === 'body' }
}

async function submit(office: Office, desk: Desk, said: string, confirmed: string[]): Promise<{ sent: boolean }> {
  if ((await account.get()) === null) throw new Refused(sentences.notSignedIn)
  const { draft } = await office.checking.reread(desk)
  const report = desk.report
  if (report === null) throw new Refused(sentences.noDraft)
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
    plan: desk.seat.plan,
    policy: desk.view.check?.kind.is === 'policy',
    notes: notesOf(desk),
    replaces: before?.review?.id ?? null,
  })
  await office.submissions.add(idem, page, report.contentHash, draft)
  await office.outbox.put('submit', body, idem)
  await office.desks.write(desk, { held: null }, { confirmed })
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

async function restore(office: Office, desk: Desk, id: string): Promise<{ restored: boolean }> {
  const draft = await office.snapshots.read(id)
  if (draft === null) throw new Refused(sentences.noDraft)
  // What stands there now is kept too: 恢复 must be able to be undone.
  if (desk.draft !== null) await office.snapshots.keep(articleOf(desk), desk.draft)
  const answer = await askFrame(desk.tab, desk.seat.frame, 'page.restore', { draft })
  if (answer === null) throw new Refused(sentences.noDraft)
  await office.checking.reread(desk)
  return { restored: answer.restored }
}
