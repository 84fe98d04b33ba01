import type { Profile } from '#shared/ruleset/profile.ts'
import { profileFor } from '../adapters/profiles/profile-for.ts'
import type { NetworkGate, OnStopped } from '../gate/network-gate.ts'
import { fieldsSent } from '../gate/sent.ts'
import type { LearnView, PagePart, Recorded, Taught } from '../messages/learning.ts'
import { askFrame, Refused, tellTab } from '../messages/wire.ts'
import { browser } from '../platform/browser.ts'
import { wordFor } from '../platform/text/common.ts'
import { learnText as text } from '../platform/text/learning.ts'
import { lookAround } from './learning-frames.ts'
import { shortened, withPart } from './lesson.ts'
import type { LocalProfiles } from './local-profiles.ts'
import type { Snapshots } from './snapshots.ts'
import { carriesOf, needed, problemsOf, profileOf } from './taught-profile.ts'

type Request = Omit<Recorded, 'carries'>

/** How long the requests of a tab stay stopped while nobody presses anything, ms. */
export const PATIENCE = 120_000

/** 学习模式: one page from "nobody knows it" to a profile. Every step is laid out for the panel under `learn:<tab>`; nothing is sent while it lasts. */
export interface Learning {
  begin(tab: number): Promise<void>
  /** Has the person point at a part in the page; null ends the pointing. */
  pick(tab: number, part: PagePart | null): Promise<void>
  picked(tab: number, frame: number, part: PagePart | null, taught: Taught | null): Promise<void>
  drop(tab: number, part: PagePart): Promise<void>
  /** Stops the tab's requests and waits for the press of `what`. */
  record(tab: number, what: 'publish' | 'save'): Promise<void>
  recorded(tab: number, request: Request): Promise<void>
  /** A request that went past the recorder to the browser's own stop. */
  stopped: OnStopped
  /** Nothing on this page saves: what publishes, only publishes. */
  skipSave(tab: number): Promise<void>
  save(tab: number, name: string): Promise<void>
  cancel(tab: number): Promise<void>
  /** Frees tabs whose learning was left. Called at the start and every minute. */
  tidy(now: number): Promise<void>
}

interface Parts {
  gate: () => NetworkGate
  locals: LocalProfiles
  snapshots: Pick<Snapshots, 'keep'>
  /** The bureau's own profiles: one of the same page wins. */
  above(): Promise<readonly Profile[]>
  changed(): Promise<void>
}

export function learning({ gate, locals, snapshots, above, changed }: Parts): Learning {
  const key = (tab: number): string => `learn:${tab}`
  const read = async (tab: number): Promise<LearnView> => {
    const view = (await browser.storage.session.get(key(tab)))[key(tab)] as LearnView | undefined
    if (view === undefined) throw new Refused(text.lost)
    return view
  }
  const write = async (tab: number, view: LearnView): Promise<LearnView> => {
    const laid = { ...view, problems: view.step === 'try' ? problemsOf(view) : view.problems }
    await browser.storage.session.set({ [key(tab)]: laid })
    return laid
  }
  const change = async (tab: number, part: Partial<LearnView>): Promise<LearnView> =>
    await write(tab, { ...(await read(tab)), ...part })

  async function draftProfile(tab: number, view: LearnView, name: string): Promise<Partial<LearnView>> {
    const profile = profileOf(view.lesson, view.publish, view.save, name)
    const trial = profile === null ? null : ((await askFrame(tab, view.frame, 'learn.try', { profile })) ?? null)
    return { profile, trial }
  }

  async function free(tab: number, frame: number): Promise<void> {
    await askFrame(tab, frame, 'learn.record', { on: false })
    await tellTab(tab, 'page.pause', { on: false })
    await gate().free(tab)
  }

  async function toTrial(tab: number, view: LearnView): Promise<void> {
    await free(tab, view.frame)
    const tried = { ...view, step: 'try' as const, stoppedAt: null }
    await write(tab, { ...tried, ...(await draftProfile(tab, tried, view.lesson.heading)) })
  }

  return {
    async begin(tab) {
      const { frame, lesson } = await lookAround(tab)
      const blank = {
        picking: null,
        publish: null,
        save: null,
        profile: null,
        trial: null,
        problems: [],
        stoppedAt: null,
      }
      await write(tab, { ...blank, step: 'parts', frame, lesson })
    },
    async pick(tab, part) {
      const { frame } = await read(tab)
      await tellTab(tab, 'learn.pick', { part, keys: false })
      if (part !== null) await askFrame(tab, frame, 'learn.pick', { part, keys: true })
      // Only now does the panel ask for it: the page is ready.
      await change(tab, { picking: part, problems: [] })
    },
    async picked(tab, frame, part, taught) {
      const view = await read(tab)
      if (view.picking === null || (part !== null && part !== view.picking)) return
      await this.pick(tab, null)
      if (part === null) return
      const word = wordFor(text.parts, part)
      if (taught === null) await change(tab, { problems: [text.notThat(word)] })
      else if (frame !== view.frame) await change(tab, { problems: [text.otherFrame(word)] })
      else await change(tab, { lesson: withPart(view.lesson, part, taught) })
    },
    async drop(tab, part) {
      const view = await read(tab)
      await change(tab, { lesson: withPart(view.lesson, part, undefined) })
    },
    async record(tab, what) {
      const view = await read(tab)
      const lacking = needed.filter((part) => view.lesson.parts[part] === undefined)
      if (lacking.length > 0)
        throw new Refused(text.needMore(lacking.map((part) => wordFor(text.parts, part)).join('、')))
      // A page that gets round the recorder and navigates loses what was typed: it can then be restored.
      const { trial = null } = await draftProfile(tab, view, view.lesson.heading)
      if (trial !== null) await snapshots.keep(view.lesson.url, trial.draft)
      await gate().stop(tab)
      // Nothing can leave now: an older profile's guard must not keep the press from the page.
      await tellTab(tab, 'page.pause', { on: true })
      const target = { tabId: tab, frameIds: [view.frame] }
      // The recorder first: it waits for the port that the picker then hands it.
      const injected = await browser.scripting
        .executeScript({ target, world: 'MAIN', files: ['/recorder.js'] })
        .catch(() => null)
      const ready = injected === null ? null : await askFrame(tab, view.frame, 'learn.record', { on: true })
      if (ready === null) {
        await gate().free(tab)
        throw new Refused(text.lost)
      }
      await change(tab, { step: what, [what]: null, stoppedAt: Date.now(), problems: [] })
    },
    async recorded(tab, request) {
      const view = await read(tab)
      if (view.stoppedAt === null || (view.step !== 'publish' && view.step !== 'save')) return
      const { trial = null } = await draftProfile(tab, view, view.lesson.heading)
      const carries = trial === null ? {} : carriesOf(request.fields, trial)
      const one = { ...request, fields: shortened(request.fields), carries }
      if (view.step === 'save') return await toTrial(tab, { ...view, save: one })
      await free(tab, view.frame)
      await write(tab, { ...view, publish: one })
      await this.record(tab, 'save')
    },
    stopped(tab, details) {
      const { method, url, type } = details
      const goesSomewhere = method !== 'GET' || type === 'main_frame' || type === 'sub_frame'
      // A learning that was left in between refuses, and nobody waits for this answer.
      if (goesSomewhere) void this.recorded(tab, { method, url, fields: fieldsSent(details, 'utf-8') }).catch(() => {})
    },
    async skipSave(tab) {
      await toTrial(tab, { ...(await read(tab)), save: null })
    },
    async save(tab, name) {
      const view = await read(tab)
      const profile: Profile | null = profileOf(view.lesson, view.publish, view.save, name)
      if (profile === null) throw new Refused(text.lost)
      await locals.keep(profile, view.lesson.url)
      const problems = profileFor(view.lesson.url, await above()) === null ? [] : [text.overriddenNow]
      await change(tab, { step: 'saved', profile, problems })
      await leave(tab)
      await changed()
    },
    async cancel(tab) {
      await leave(tab)
      await browser.storage.session.remove(key(tab))
    },
    async tidy(now) {
      for (const tab of await gate().stopped()) {
        const view = await read(tab).catch(() => null)
        if (view?.stoppedAt != null && now - view.stoppedAt < PATIENCE) continue
        await this.cancel(tab)
      }
    },
  }

  /** The page is its own again: no sheet, no recorder, no stop. */
  async function leave(tab: number): Promise<void> {
    await tellTab(tab, 'learn.end', {})
    await tellTab(tab, 'page.pause', { on: false })
    await gate().free(tab)
  }
}
