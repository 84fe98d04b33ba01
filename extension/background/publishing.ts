import { contentHash } from '#shared/draft/content-hash.ts'
import type { Draft } from '#shared/draft/draft.ts'
import { compareSent } from '../gate/compare.ts'
import type { NetworkGate, OnSent } from '../gate/network-gate.ts'
import type { GateVerdict } from '../gate/verdict.ts'
import type { ReleaseView } from '../messages/view.ts'
import { askFrame, Refused, tellTab } from '../messages/wire.ts'
import { sentences } from '../platform/text/background.ts'
import { articleOf, type Checking } from './checking.ts'
import type { Desk, Desks } from './desk.ts'
import type { Outbox } from './outbox.ts'
import type { Releases } from './releases.ts'
import type { Snapshots } from './snapshots.ts'

export interface Publishing {
  /** A publish control was pressed in the page. `open` only when the network window stands open for this tab. */
  pressed(desk: Desk, draft: Draft, control: string): Promise<'open' | 'hold'>
  /** A script of the page tried to publish and was stopped there. */
  held(desk: Desk, draft: Draft | null, way: string): Promise<void>
  /** 发布 in the panel: the same as a press in the page, and a hint is taken as read. */
  publish(desk: Desk): Promise<void>
  emergency(desk: Desk, reason: string): Promise<void>
  /** What left the browser. */
  sent: OnSent
}

interface Parts {
  desks: Desks
  checking: Checking
  releases: Releases
  snapshots: Snapshots
  outbox: Outbox
  gate: () => NetworkGate
  now: () => number
}

/** A release that stands: what may be sent once, and under which number. */
interface Standing {
  id: string | null
  draft: Draft
  contentHash: string
  timer: ReturnType<typeof setTimeout>
  emergency: boolean
}

/** Gets the release: its id, or null where the bureau lets a clean draft go unconfirmed. */
type Take = () => Promise<string | null>

/** Longer than the network window: after it, nothing was sent. */
const GIVE_UP = 7000

export function publishing({ desks, checking, releases, snapshots, outbox, gate, now }: Parts): Publishing {
  const standing = new Map<number, Standing>()

  async function hold(desk: Desk, draft: Draft | null, way: string): Promise<void> {
    if (draft !== null) await snapshots.keep(articleOf(desk), draft)
    await desks.write(desk, { held: { at: now(), way } })
  }

  /** Gets the Worker's release for exactly this draft and opens the network for it. Throws `Refused`; then nothing is open. */
  async function open(desk: Desk, draft: Draft, take: Take, emergency = false): Promise<void> {
    const { profile } = desk.seat
    const report = desk.report
    if (profile === null || report === null) throw new Refused(sentences.noDraft)
    const id = await take()
    const timer = setTimeout(() => void nothingSent(desk), GIVE_UP)
    standing.set(desk.tab, { id, draft, contentHash: report.contentHash, timer, emergency })
    await gate().openWindow(profile, desk.tab)
    await desks.write(desk, { held: null, release: releaseView('open', report.contentHash, emergency) })
  }

  async function nothingSent(desk: Desk): Promise<void> {
    if (!standing.delete(desk.tab)) return
    await gate().closeWindow(desk.tab)
    await refuse(desk, sentences.nothingSent)
  }

  async function refuse(desk: Desk, sentence: string): Promise<void> {
    await desks.write(desk, { release: { ...releaseView('refused', desk.report?.contentHash ?? null), sentence } })
  }

  async function press(desk: Desk, draft: Draft, take: Take, emergency = false): Promise<void> {
    await open(desk, draft, take, emergency)
    const control = desk.seat.control ?? desk.seat.profile?.publish.controls[0] ?? ''
    const answer = await askFrame(desk.tab, desk.seat.frame, 'page.release', { control })
    // No answer: the page may have left with the press and be sending now. Where it does not, `GIVE_UP` says so.
    if (answer?.pressed !== false) return
    clearTimeout(standing.get(desk.tab)?.timer)
    standing.delete(desk.tab)
    await gate().closeWindow(desk.tab)
    await refuse(desk, sentences.noControl)
  }

  function releaseView(state: ReleaseView['state'], hash: string | null, emergency = false): ReleaseView {
    return { state, emergency, contentHash: hash, at: now(), url: null, sentence: null }
  }

  function mayGo(verdict: GateVerdict, hintsRead: boolean): boolean {
    return verdict.state === 'open' || (hintsRead && verdict.state === 'confirm')
  }

  return {
    async pressed(desk, shown, control) {
      await desks.write(desk, {}, { control })
      // What stands behind a link can move without the page: read again, after it was looked at (`checking.settle`).
      const hasFiles = shown.attachments !== null && shown.attachments.length > 0
      const { draft, verdict } = hasFiles
        ? await checking.reread(desk)
        : { draft: shown, ...(await checking.check(desk, shown, true)) }
      if (!mayGo(verdict, false)) {
        await hold(desk, draft, 'click')
        return 'hold'
      }
      try {
        await open(desk, draft, () => releases.take(desk, draft))
        return 'open'
      } catch (error) {
        await hold(desk, draft, 'click')
        await refuse(desk, error instanceof Refused ? error.sentence : sentences.unreachable)
        return 'hold'
      }
    },
    async held(desk, draft, way) {
      if (draft !== null) await checking.check(desk, draft)
      await hold(desk, draft, way)
      // The check may have taken the sentence of an earlier hold away; this one stands.
      await tellTab(desk.tab, 'page.sentence', { shown: true })
    },
    async publish(desk) {
      const { draft, verdict } = await checking.reread(desk)
      if (!mayGo(verdict, true))
        throw new Refused(
          verdict.state === 'hold' && verdict.reason === 'changed' ? sentences.changed : sentences.notApproved,
        )
      await press(desk, draft, () => releases.take(desk, draft))
    },
    async emergency(desk, reason) {
      const { draft } = await checking.reread(desk)
      await press(desk, draft, () => releases.emergency(desk, draft, reason), true)
    },
    sent(request, profile, released) {
      const stands = standing.get(request.tabId)
      const desk = desks.known(request.tabId)
      if (stands !== undefined) clearTimeout(stands.timer)
      standing.delete(request.tabId)
      const outcome = compareSent(request, released ? (stands ?? null) : null, profile, contentHash)
      void record(outcome, request.url, stands, desk)
    },
  }

  async function record(
    outcome: 'match' | 'differs' | 'extra' | 'unverifiable',
    url: string,
    stands: Standing | undefined,
    desk: Desk | null,
  ): Promise<void> {
    if (desk !== null) {
      const hash = stands?.contentHash ?? desk.report?.contentHash ?? null
      await desks.write(desk, { held: null, release: { ...releaseView(outcome, hash, stands?.emergency), url } })
    }
    if (stands?.id == null) return
    const sentHash = outcome === 'match' ? stands.contentHash : null
    // A GET that publishes carries the draft behind its question mark: that stays here.
    const bare = (url.split(/[?#]/, 1)[0] ?? '').slice(0, 4000)
    await outbox.put('published', {
      id: stands.id,
      outcome,
      sentHash,
      url: bare,
      clientAt: new Date(now()).toISOString(),
    })
    await outbox.drain()
  }
}
