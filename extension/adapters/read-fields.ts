import type { Draft, Unread } from '#shared/draft/draft.ts'
import type { FieldReader, Profile } from '#shared/ruleset/profile.ts'
import { civilDateIn } from './civil-date-in.ts'
import { findAll } from './find.ts'
import { goneNow } from './settled.ts'

/** The fields of a form besides the body and the lists. */
export type Fields = Pick<
  Draft,
  'title' | 'documentNumber' | 'channel' | 'disclosureClass' | 'datedOn' | 'department' | 'source'
>

const names = {
  title: '标题',
  documentNumber: '发文字号',
  channel: '栏目',
  disclosureClass: '公开属性',
  datedOn: '成文日期',
  department: '科室',
  source: '来源',
} as const

/** The longest value that a draft may carry (`Draft`), in UTF-16 units. Longer is refused by name, never cut. */
const longest = (field: keyof typeof names): number => (field === 'title' ? 10_000 : 1000)

const controlOf = 'input, select, textarea'
type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** Why a field was not read, in Chinese, or its value. */
type Got = { value: string } | { why: string; gone?: true }

function readField(form: ParentNode, inner: ParentNode | null, reader: FieldReader): Got {
  const outer = findAll(form, reader.selector)
  const found = outer.length > 0 || inner === null ? outer : findAll(inner, reader.selector)
  const [first, second] = found
  if (first === undefined) return { why: '页面上没有找到这一栏，后台可能改版了，请告知管理员', ...goneNow() }
  if (reader.read === 'checked') {
    const checked = found.find((element) => (element as HTMLInputElement).checked)
    return { value: (checked as HTMLInputElement | undefined)?.value ?? '' }
  }
  if (reader.read === 'checked-label') return { value: labelsOf(found) }
  // A page script can add a second field of the same name and have the wrong one read.
  if (second !== undefined) return { why: '页面上有不止一处同名的栏，无法判断以哪一处为准，请告知管理员' }
  if (reader.read === 'text') return { value: first.textContent?.trim() ?? '' }
  if (reader.read === 'selected') return selectedOf(first)
  return first.matches(controlOf) ? { value: (first as Control).value } : { why: '这一栏不是可填写的表单项' }
}

function labelsOf(boxes: readonly Element[]): string {
  const checked = boxes.filter((box) => (box as HTMLInputElement).checked)
  return checked.map((box) => (box as HTMLInputElement).labels?.[0]?.textContent?.trim() ?? '').join('、')
}

/** A list's value is often a number of the CMS's own; its words are what a person chose. */
function selectedOf(list: Element): Got {
  if (list.localName !== 'select') return { why: '这一栏不是下拉列表，后台可能改版了，请告知管理员' }
  return { value: (list as HTMLSelectElement).selectedOptions[0]?.textContent?.trim() ?? '' }
}

/**
 * Reads the fields that the profile names, from the form's page or else from `inner`, the document that the body lies in. What is there and
 * could not be read is added to `unread`.
 */
export function readFields(form: ParentNode, inner: ParentNode | null, profile: Profile, unread: Unread[]): Fields {
  const text = (field: keyof typeof names): string | null => {
    const reader = profile.fields[field]
    if (reader === null) return null
    const got = readField(form, inner, reader)
    if ('value' in got && got.value.length <= longest(field)) return got.value
    const why = 'why' in got ? got.why : `超过 ${longest(field)} 字，没有读`
    unread.push({ what: names[field], why, ...('gone' in got && got.gone && { gone: got.gone }) })
    return null
  }
  return {
    title: text('title') ?? '',
    documentNumber: text('documentNumber'),
    channel: text('channel'),
    disclosureClass: disclosureClassOf(text('disclosureClass'), profile, unread),
    datedOn: datedOnOf(text('datedOn'), unread),
    department: text('department'),
    source: text('source'),
  }
}

/** 公开属性 by the words of this CMS. An unknown word is unread, never a guess. */
export function disclosureClassOf(
  word: string | null,
  profile: Pick<Profile, 'disclosureWords'>,
  unread: Unread[],
): Fields['disclosureClass'] {
  if (word === null || word.trim() === '') return null
  const words = profile.disclosureWords
  for (const known of ['proactive', 'on-request', 'withheld'] as const) if (words[known] === word.trim()) return known
  unread.push({ what: names.disclosureClass, why: `不认识“${word.slice(0, 40)}”这个取值，请告知管理员` })
  return null
}

/** 成文日期 as it is written in the form. What is no day is unread. */
export function datedOnOf(written: string | null, unread: Unread[]): Fields['datedOn'] {
  if (written === null || written.trim() === '') return null
  const day = civilDateIn(written)
  if (day === null) unread.push({ what: names.datedOn, why: `“${written.slice(0, 40)}”不是能认出的日期，请核对` })
  return day
}
