import type { Draft, Unread } from '#shared/draft/draft.ts'

/** 已打开核对: what a person has confirmed, by the name of the unread part, and the mark of what it was then. */
export type Confirmations = Readonly<Record<string, string>>

/** What stands behind an unread part now: for an attachment its size and hash, so that another file under the same name asks again. */
export function markOf(what: string, draft: Draft): string {
  const files = (draft.attachments ?? []).filter(({ name }) => what.startsWith(`附件“${name}”`))
  return JSON.stringify(files.map(({ size, sha256 }) => [size, sha256]))
}

/** The names that are confirmed for this draft. */
export function confirmedIn(draft: Draft, confirmed: Confirmations): string[] {
  return Object.entries(confirmed).flatMap(([what, mark]) => (mark === markOf(what, draft) ? [what] : []))
}

/** What still has to be opened and looked at. A rule that lacked its material left nothing that a person could open. */
export function unconfirmed(unread: readonly Unread[], confirmed: readonly string[]): string[] {
  const names = unread.filter(({ rule }) => rule === undefined).map(({ what }) => what)
  return [...new Set(names)].filter((what) => !confirmed.includes(what))
}
