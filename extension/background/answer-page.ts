import { parseUrl } from '#shared/draft/target.ts'
import type { Profile } from '#shared/ruleset/profile.ts'
import { profileFor } from '../adapters/profiles/profile-for.ts'
import { wordpressProfiles } from '../adapters/profiles/wordpress.ts'
import type { FromPage } from '../messages/messages.ts'
import { emptyDesk } from '../messages/view.ts'
import type { Sender } from '../messages/wire.ts'
import { openPanel } from '../platform/side-panel.ts'
import { articleOf } from './checking.ts'
import { type Desk, nothingSaid } from './desk.ts'
import type { Office } from './office.ts'
import { sites } from './sites.ts'

/** Who asks, as the browser says it. `url` is the page's; a frame that an editor wrote into names the page around it, of the same origin. */
export interface Frame {
  tab: number
  frame: number
  url: string
}

export type PageAnswers = {
  [K in keyof FromPage]: (ask: FromPage[K]['ask'], from: Frame) => Promise<FromPage[K]['answer']>
}

/** The content script's own place, or null where the sender is none. */
export function frameOf(sender: Sender, claimed: string | null): Frame | null {
  const { tab, frameId, url, origin } = sender
  if (tab?.id === undefined || frameId === undefined || url === undefined) return null
  if (/^https?:/.test(url)) return { tab: tab.id, frame: frameId, url }
  // about:blank and the like: the browser vouches for the origin, the frame for the path.
  const ofOrigin = claimed !== null && parseUrl(claimed)?.origin === origin
  return ofOrigin ? { tab: tab.id, frame: frameId, url: claimed } : { tab: tab.id, frame: frameId, url: '' }
}

export function answerPage(office: Office): PageAnswers {
  const { desks, checking, publishing, learning } = office
  /** Only the frame that holds the form speaks for the draft. */
  const seated = (desk: Desk, { frame, url }: Frame): Promise<void> =>
    desks.write(desk, { page: 'ready' }, { frame, ...(url === '' ? {} : { url }) })

  return {
    // The turn is taken before anything is awaited: what is told of this tab later (`watchTabs`) comes after its page has spoken.
    'page.connect': (_, from) =>
      desks.inTurn(from.tab, async (desk) => {
        const known = from.url === '' ? null : await profileOf(office, from.url)
        const origin = from.url === '' ? null : new URL(from.url).origin
        const switchedOff = origin !== null && (await sites.isOff(origin))
        const profile = switchedOff ? null : known
        if (from.frame === 0) {
          const page = switchedOff ? 'off' : profile === null ? 'unknown' : 'ready'
          const blank = {
            ...emptyDesk(from.tab),
            origin,
            page,
            lock: profile?.publish.lock ?? null,
            release: keptRelease(desk, from.url, profile !== null),
          } as const
          desk.draft = null
          desk.report = null
          desk.marks = null
          // 保存草稿 loads the same article again: what the editor said about it stays.
          const said = articleOf(desk) === from.url.split('#', 1)[0] ? {} : nothingSaid
          await desks.write(desk, blank, { frame: 0, url: from.url, profile, ...said })
        } else if (profile !== null && (desk.seat.profile === null || desk.seat.frame === from.frame)) {
          const { lock } = profile.publish
          await desks.write(desk, { lock, page: 'ready', origin }, { frame: from.frame, url: from.url, profile })
        } else if (
          profile === null &&
          from.url !== '' &&
          desk.seat.frame === from.frame &&
          desk.seat.profile !== null
        ) {
          // The profile of this very frame was withdrawn.
          await desks.write(desk, { page: 'unknown', check: null, verdict: null }, { profile: null })
        }
        return { profile }
      }),
    'page.check': ({ draft }, from) =>
      desks.inTurn(from.tab, async (desk) => {
        await seated(desk, from)
        const gone = draft.unread.filter((unread) => unread.gone === true).map(({ what }) => what)
        await office.locals.note(desk.seat.profile?.id ?? '', gone)
        return (await checking.check(desk, draft)).marks
      }),
    'page.marks': (_, from) => desks.inTurn(from.tab, async (desk) => desk.marks),
    'page.publish': async ({ draft, control }, from) => {
      showPanel(office, from.tab)
      await checking.settle(from.tab)
      return desks.inTurn(from.tab, async (desk) => {
        await seated(desk, from)
        return { verdict: await publishing.pressed(desk, draft, control) }
      })
    },
    'page.held': ({ draft, way }, from) => {
      showPanel(office, from.tab)
      return desks.inTurn(from.tab, async (desk) => {
        await seated(desk, from)
        await publishing.held(desk, draft, way)
        return {}
      })
    },
    'page.progress': ({ progress }, from) =>
      desks.of(from.tab).then(async (desk) => {
        await desks.write(desk, { reading: progress })
        return {}
      }),
    'page.touched': (_, from) =>
      desks.inTurn(from.tab, async (desk) => {
        await desks.write(desk, { page: 'touched' })
        return {}
      }),
    'learn.picked': async ({ part, taught }, { tab, frame }) => {
      await learning.picked(tab, frame, part, taught)
      return {}
    },
    'learn.recorded': async ({ request }, { tab }) => {
      await learning.recorded(tab, request)
      return {}
    },
  }
}

/** What the bureau or this browser has for a page, else what is known of any WordPress. */
async function profileOf(office: Office, url: string): Promise<Profile | null> {
  return profileFor(url, await office.profiles()) ?? profileFor(url, wordpressProfiles(new URL(url).origin))
}

/**
 * Opens the side panel beside a tab. Must run before anything is awaited: the browser allows it only within the press. Where the draft is known to
 * go through, nobody needs the panel.
 */
function showPanel(office: Office, tab: number): void {
  const view = office.desks.known(tab)?.view
  if (view?.verdict === 'open') return
  openPanel(tab)
}

/** After a publish the CMS loads its list or the same article again: what was sent stays on the screen there, and only there. */
function keptRelease(desk: Desk, url: string, connected: boolean): Desk['view']['release'] {
  const before = desk.seat.url
  const same = connected ? before === url : parseUrl(url)?.origin === parseUrl(before)?.origin
  return same ? desk.view.release : null
}
