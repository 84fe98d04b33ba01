import { DocumentKind } from '#shared/draft/document-kind.ts'
import type { PanelQuestions } from '../messages/panel.ts'
import { askFrame, Refused, tellTab } from '../messages/wire.ts'
import { account } from '../platform/account.ts'
import { sentences } from '../platform/text/background.ts'
import { articleOf } from './checking.ts'
import { markOf } from './confirmations.ts'
import type { Desk } from './desk.ts'
import { diagnosticsOf } from './diagnostics.ts'
import type { Office } from './office.ts'
import { goRound } from './rounds.ts'
import { sendForReview } from './send-for-review.ts'
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
    'panel.links': ({ tab }) =>
      at(tab, async (desk) => {
        void checking.lookAtLinks(desk)
        return null
      }),
    'panel.confirm': ({ tab, what, on }) =>
      at(tab, async (desk) => {
        if (desk.draft === null) throw new Refused(sentences.noDraft)
        const { [what]: _, ...others } = desk.seat.confirmed
        await desks.write(desk, {}, { confirmed: on ? { ...others, [what]: markOf(what, desk.draft) } : others })
        await checking.judgeAgain(desk)
        return null
      }),
    'panel.submit': async (ask) => {
      await checking.settle(ask.tab)
      return at(ask.tab, (desk) => sendForReview(office, desk, ask.words))
    },
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
    'panel.publish': async ({ tab }) => {
      await checking.settle(tab)
      return at(tab, (desk) => publishing.publish(desk).then(() => null))
    },
    'panel.emergency': async ({ tab, reason }) => {
      // An emergency waits for no download.
      await checking.settle(tab, 5000)
      return at(tab, async (desk) => {
        if ((await account.get())?.member.emergency !== true) throw new Refused(sentences.noEmergency)
        await publishing.emergency(desk, reason)
        return null
      })
    },
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
