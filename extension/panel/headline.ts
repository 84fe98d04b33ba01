import type { DeskView, HouseView } from '../messages/view.ts'
import { wordFor, words } from '../platform/text/common.ts'
import { panelText } from '../platform/text/panel.ts'
import type { Tone } from '../platform/ui/shape.tsx'

/** The one line on top: what the state is, in a word, with its tone, and one sentence. */
export interface Headline {
  tone: Tone
  word: string
  detail: string
}

type Key = keyof typeof panelText.verdicts

/** A check that takes less than this is not shown as running, ms: a flicker tells nobody anything. */
export const SHOW_AFTER = 300

/** The headline of a desk. Pure; the most binding fact wins: what was sent, then the decision, then the check. */
export function headlineOf(desk: DeskView, now: number): Headline {
  if (desk.page === 'stale' || desk.page === 'touched') return line('unread', desk.page)
  const release = releaseLine(desk)
  if (release !== null) return release
  if (desk.page !== 'ready') return line('blank', desk.page)
  if (desk.failure !== null) return line('unread', 'failed', desk.failure)
  if (desk.check === null) {
    const slow = desk.checkingSince !== null && now - desk.checkingSince > SHOW_AFTER
    return line('blank', slow ? 'checking' : 'waiting')
  }
  const gone = goneIn(desk.check)
  if (gone.length > 0) return line('unread', 'broken', panelText.brokenDetail(gone.join('、')))
  return withUnread(reviewLine(desk) ?? checkLine(desk), desk)
}

function line(tone: Tone, key: Key, detail: string = panelText.verdicts[key][1]): Headline {
  return { tone, word: panelText.verdicts[key][0], detail }
}

function releaseLine({ release }: DeskView): Headline | null {
  if (release === null) return null
  switch (release.state) {
    case 'open':
      return line('note', 'releasing')
    case 'match':
      return release.emergency ? line('review', 'emergency') : line('ready', 'published')
    case 'refused':
      return line('stop', 'notReleased', release.sentence ?? '')
    case 'unverifiable':
      return line('unread', 'unverifiable')
    default:
      return line('stop', release.state)
  }
}

function reviewLine({ review }: DeskView): Headline | null {
  if (review === null) return null
  const { state, matches, submittedAt, level, dueOn } = review
  const since = panelText.submittedSince(submittedAt, level === null ? null : wordFor(words.levels, level), dueOn)
  if (state === 'returned') return line('review', 'returned')
  if (!matches) return ['approved', 'submitted', 'void'].includes(state) ? line('stop', 'changed') : null
  switch (state) {
    case 'queued':
      return line('note', 'queued')
    case 'submitted':
      return line('note', 'submitted', since)
    case 'approved':
      return line('ready', 'approved')
    case 'refused':
      return line('stop', 'refused')
    case 'referred':
      return line('stop', 'referred')
    default:
      return null
  }
}

function checkLine({ verdict, reason, check }: DeskView): Headline {
  const counts = panelText.counts(...countsOf(check))
  if (verdict === 'open') return line('ready', 'open')
  if (verdict === 'confirm') return line('ready', 'confirm', `${counts}，确认后即可发布。`)
  switch (reason) {
    case 'blocked':
      return line('stop', 'blocked', `${counts}。`)
    case 'review':
      return line('review', 'review', `${counts}。`)
    case 'unread':
      return line('unread', 'unread', counts === '' ? undefined : `${counts}。`)
    case 'review-every':
      return line('review', 'every', counts === '' ? undefined : `${counts}；本栏目要求逐件审核。`)
    case 'changed':
      return line('stop', 'changed')
    case 'offline':
      return line('stop', 'offline', counts === '' ? undefined : `${counts}；连不上服务端，无法确认批准。`)
    default:
      return line('unread', 'failed', '没有得出结论，按不能发布处理。请重新检查。')
  }
}

/** How many of each severity: 必须处理, 需复核, 提示. Disputed ones still count: a dispute is a claim. */
export function countsOf(check: DeskView['check']): [number, number, number] {
  const of = (severity: string) => check?.findings.filter((one) => one.severity === severity).length ?? 0
  return [of('block'), of('review'), of('advise')]
}

/** 适配失效: the parts that the profile names and the page does not have. */
export function goneIn(check: DeskView['check']): string[] {
  return (check?.coverage.unread ?? []).filter(({ gone }) => gone === true).map(({ what }) => what)
}

/** What was not read by us as such; rules without material are told apart, and shown too. */
export function unreadOf(check: DeskView['check']): { fields: string[]; rules: { what: string; why: string }[] } {
  const unread = check?.coverage.unread ?? []
  return {
    fields: [...new Set(unread.filter(({ rule }) => rule === undefined).map(({ what }) => what))],
    rules: unread.filter(({ rule }) => rule !== undefined),
  }
}

function withUnread(headline: Headline, { check, confirmed }: DeskView): Headline {
  const { fields } = unreadOf(check)
  const open = fields.filter((what) => !confirmed.includes(what)).length
  if (fields.length === 0) return headline
  const said = open > 0 ? panelText.unreadCount(open) : panelText.confirmedCount(fields.length)
  return { ...headline, detail: `${headline.detail.replace(/。$/, '')}；${said}。` }
}

export type Primary = 'submit' | 'submit-again' | 'publish' | 'publish-anyway' | 'withdraw' | null

/** The one thing that the foot of the panel offers now. */
export function primaryOf(desk: DeskView, house: HouseView): Primary {
  if (desk.page !== 'ready' || desk.check === null || desk.failure !== null || house.person === null) return null
  if (goneIn(desk.check).length > 0) return null
  if (desk.release !== null && desk.release.state !== 'refused') return null
  const state = desk.review?.state
  if (desk.review?.matches && (state === 'submitted' || state === 'queued'))
    return state === 'queued' ? null : 'withdraw'
  if (desk.review?.matches && state === 'approved') return 'publish'
  if (desk.review?.matches && (state === 'refused' || state === 'referred')) return null
  if (desk.verdict === 'open') return 'publish'
  if (desk.verdict === 'confirm') return 'publish-anyway'
  return desk.review === null || state === 'published' ? 'submit' : 'submit-again'
}
