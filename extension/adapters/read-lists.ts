import type { Attachment, Draft, Interpretation, Unread } from '#shared/draft/draft.ts'
import type { Profile } from '#shared/ruleset/profile.ts'
import { civilDateIn } from './civil-date-in.ts'
import { findAll, findOne } from './find.ts'

const textOf = (item: Element, selector: string | null): string =>
  selector === null ? '' : (findOne(item, selector)?.textContent?.trim() ?? '')

/** As written: it is the public site's base that resolves it, not the back office's. */
const targetOf = (item: Element, selector: string | null): string | null =>
  selector === null ? null : (findOne(item, selector)?.getAttribute('href') ?? null)

/** Bytes in "12345", "12345 字节", "1.5 MB", "300K". `null` where it says something else. */
export function bytesIn(text: string): number | null {
  const [, number, unit] = /^([\d,]+(?:\.\d+)?)\s*(|b|字节|bytes?|kb?|mb?|gb?)$/i.exec(text.trim()) ?? []
  if (number === undefined || unit === undefined) return null
  const power = ' kmg'.indexOf(unit[0]?.toLowerCase() ?? ' ')
  return Math.round(Number(number.replaceAll(',', '')) * 1024 ** Math.max(0, power))
}

/** 附件 as the page lists them; `null` where the profile names no list. Their content is not read here. */
export function readAttachments(form: ParentNode, profile: Profile, unread: Unread[]): Draft['attachments'] {
  const list = profile.attachments
  if (list === null) return null
  const items = findAll(form, list.item)
  if (items.length > 1000) unread.push({ what: '附件', why: `有 ${items.length} 个，超过 1000 个的部分没有读` })
  return items.slice(0, 1000).map(
    (item): Attachment => ({
      name: textOf(item, list.name).slice(0, 1000),
      size: bytesIn(textOf(item, list.size)),
      sha256: null,
      url: targetOf(item, list.link)?.slice(0, 4000) ?? null,
    }),
  )
}

/** Words of the back offices for where an interpretation stands. */
const statusWords: readonly (readonly [RegExp, Interpretation['status']])[] = [
  [/已发布|已上线/, 'published'],
  [/草稿|待发布|待审|送审/, 'draft'],
  [/计划|拟发布|拟定/, 'planned'],
]

/** 相关解读 as the page lists them; `null` where the profile names no list. An item that is not understood is unread, never counted. */
export function readInterpretations(form: ParentNode, profile: Profile, unread: Unread[]): Draft['interpretations'] {
  const list = profile.interpretations
  if (list === null) return null
  const words = Object.entries(profile.interpretationWords) as [Interpretation['form'], string][]
  const read: Interpretation[] = []
  for (const item of findAll(form, list.item).slice(0, 200)) {
    const word = textOf(item, list.form)
    const written = textOf(item, list.status)
    const form_ = words.find(([, known]) => known === word)?.[0]
    const status = list.status === null ? 'published' : statusWords.find(([pattern]) => pattern.test(written))?.[1]
    if (form_ === undefined || status === undefined) {
      unread.push({ what: '相关解读', why: `有一项没有认出：“${`${word} ${written}`.trim().slice(0, 80)}”，请核对` })
      continue
    }
    const url = targetOf(item, list.link)
    read.push({
      form: form_,
      status,
      title: textOf(item, list.link).slice(0, 1000),
      url: url === null || url === '' ? null : url.slice(0, 4000),
      dueOn: civilDateIn(textOf(item, list.dueOn)),
    })
  }
  return read
}
