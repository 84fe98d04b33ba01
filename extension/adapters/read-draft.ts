import type { Draft, Unread } from '#shared/draft/draft.ts'
import type { Profile } from '#shared/ruleset/profile.ts'
import { all } from './dom.ts'
import { findOne } from './find.ts'
import { readFields } from './read-fields.ts'
import { readAttachments, readInterpretations } from './read-lists.ts'
import { type Serialised, serialise, serialiseSteps } from './serialise.ts'
import { goneNow } from './settled.ts'
import { surfaces } from './surfaces/index.ts'
import { isControl } from './surfaces/surface.ts'

/** What `MAX_BODY` in `Draft` says; written again because a schema in a content script costs 88 KB. A test holds them equal. */
export const longestBody = 10_000_000

/** The longest that one slice of reading takes before the page has its turn, in milliseconds. */
const SLICE = 5

/** The body as the person sees it: its source, and for an editable the way back from offsets. */
export type Body = { editable: HTMLElement; serialised: Serialised | null; source: string }

function bodyWith(editable: HTMLElement, serialised: Serialised): Body {
  return { editable, serialised, source: serialised.html }
}

/** The editable of the profile's editor, wherever its frame is. `null` while the editor is not there. */
export function editableOf(form: Document, profile: Profile): HTMLElement | null {
  return surfaces[profile.body.surface].locate(form, profile.body.selector)
}

/** Reads the body now, in one go: what a publish is judged by. */
export function readBody(editable: HTMLElement, profile: Profile): Body {
  if (isControl(editable)) return { editable, serialised: null, source: editable.value }
  return bodyWith(editable, serialise(editable, surfaces[profile.body.surface].artefacts))
}

/**
 * Reads the body in slices, giving the page its turn between them. `changed` tells whether the editable moved on since it was last asked; then
 * there is no answer but null: to start again here would be work at every key of somebody who types on. Rejects with the signal's reason.
 */
export async function readBodyGently(
  editable: HTMLElement,
  profile: Profile,
  changed: () => boolean,
  turn: () => Promise<void>,
  signal: AbortSignal,
): Promise<Body | null> {
  if (isControl(editable)) return readBody(editable, profile)
  const { artefacts } = surfaces[profile.body.surface]
  changed()
  const steps = serialiseSteps(editable, artefacts)
  let until = performance.now() + SLICE
  for (;;) {
    const step = steps.next()
    if (step.done === true) return bodyWith(editable, step.value)
    if (performance.now() < until) continue
    await turn()
    signal.throwIfAborted()
    if (changed()) return null
    until = performance.now() + SLICE
  }
}

/** The draft around a body. `body` null: the editor was not found, which is unread and not an empty body. */
export function draftAround(body: Body | null, form: Document, profile: Profile): Draft {
  const unread: Unread[] = []
  const fields = readFields(form, body?.editable.ownerDocument ?? null, profile, unread)
  const attachments = readAttachments(form, profile, unread)
  const interpretations = readInterpretations(form, profile, unread)
  // A page script can put a second one before the real, and have the wrong one read.
  const { selector } = profile.body
  if (!selector.startsWith('@') && all(form, selector).length > 1)
    unread.push({ what: '正文', why: '页面上有不止一处同名的编辑器，无法判断以哪一处为准，请告知管理员' })
  if (body === null)
    unread.push({ what: '正文', why: '没有找到编辑器，请刷新页面；仍不行，请告知管理员', ...goneNow() })
  else if (body.source.length > longestBody)
    unread.push({ what: '正文', why: `有 ${body.source.length} 个字符，超过一千万，没有读` })
  if (!profile.publish.controls.some((control) => findOne(form, control) !== null))
    unread.push({ what: '发布按钮', why: '页面上没有找到发布按钮，后台可能改版了，请告知管理员', ...goneNow() })
  const source = body === null || body.source.length > longestBody ? '' : body.source
  return {
    site: profile.site,
    ...fields,
    body: { format: profile.body.format, source },
    attachments,
    interpretations,
    unread: unread.slice(0, 1000),
  }
}
