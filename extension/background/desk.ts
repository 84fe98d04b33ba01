import type { Draft } from '#shared/draft/draft.ts'
import type { InterpretationPlan } from '#shared/draft/interpretation-plan.ts'
import type { Report } from '#shared/rules/finding.ts'
import type { Profile } from '#shared/ruleset/profile.ts'
import type { Marks } from '../messages/messages.ts'
import type { DeskView } from '../messages/view.ts'
import { emptyDesk } from '../messages/view.ts'
import { browser } from '../platform/browser.ts'
import type { ChosenKind, Disputes } from './check-service.ts'

/** What is known about one CMS tab beyond what is shown. Survives the death of the service worker, not that of the browser. */
export interface Seat {
  /** The frame that holds the form: the one that sends drafts. */
  frame: number
  url: string
  profile: Profile | null
  disputes: Disputes
  kind: ChosenKind | null
  plan: InterpretationPlan | null
  /** What was not read and a person has looked at: its name, and what it was then (see `confirmations.ts`). */
  confirmed: Readonly<Record<string, string>>
  control: string | null
}

/** One tab. `draft` and `report` are of the last check and live in memory only: a text is never written to a browser store in the clear. */
export interface Desk {
  tab: number
  seat: Seat
  view: DeskView
  draft: Draft | null
  report: Report | null
  /** What the last check marked: for a frame that comes up after it. */
  marks: Marks | null
}

export interface Desks {
  of(tab: number): Promise<Desk>
  /** In memory or null: for what must answer before anything can be awaited. */
  known(tab: number): Desk | null
  all(): readonly Desk[]
  /** Changes what is shown and what is known, and tells the panel. */
  write(desk: Desk, view: Partial<DeskView>, seat?: Partial<Seat>): Promise<void>
  close(tab: number): Promise<void>
  /** Runs `work` after everything that was asked for this tab before. */
  inTurn<T>(tab: number, work: (desk: Desk) => Promise<T>): Promise<T>
}

interface Stored {
  view: DeskView | undefined
  seat: Seat | undefined
}

/** What a person has said about no article yet. */
export const nothingSaid = { disputes: {}, kind: null, plan: null, confirmed: {} } as const

const emptySeat: Seat = { frame: 0, url: '', profile: null, ...nothingSaid, control: null }

export function desks(changed: (desk: Desk) => void): Desks {
  const open = new Map<number, Desk>()
  const turns = new Map<number, Promise<unknown>>()

  async function load(tab: number): Promise<Desk> {
    const names = { view: `desk:${tab}`, seat: `seat:${tab}` }
    const got = (await browser.storage.session.get(Object.values(names))) as Record<string, unknown>
    const stored = { view: got[names.view], seat: got[names.seat] } as Stored
    const view = stored.view ?? emptyDesk(tab)
    return { tab, view, seat: stored.seat ?? emptySeat, draft: null, report: null, marks: null }
  }

  async function of(tab: number): Promise<Desk> {
    const known = open.get(tab)
    if (known !== undefined) return known
    const loaded = await load(tab)
    // Somebody may have loaded it while we waited; the first one stays.
    const desk = open.get(tab) ?? loaded
    open.set(tab, desk)
    return desk
  }

  return {
    of,
    known: (tab) => open.get(tab) ?? null,
    all: () => [...open.values()],
    async write(desk, view, seat = {}) {
      desk.view = { ...desk.view, ...view }
      desk.seat = { ...desk.seat, ...seat }
      changed(desk)
      await browser.storage.session.set({ [`desk:${desk.tab}`]: desk.view, [`seat:${desk.tab}`]: desk.seat })
    },
    async close(tab) {
      open.delete(tab)
      turns.delete(tab)
      await browser.storage.session.remove([`desk:${tab}`, `seat:${tab}`])
    },
    async inTurn(tab, work) {
      const before = turns.get(tab) ?? Promise.resolve()
      const mine = before.then(() => of(tab)).then(work)
      turns.set(
        tab,
        mine.catch(() => undefined),
      )
      return mine
    },
  }
}
