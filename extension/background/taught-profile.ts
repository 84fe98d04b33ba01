import { readBlocks } from '#shared/draft/blocks.ts'
import { Profile } from '#shared/ruleset/profile.ts'
import {
  type FieldPart,
  fieldParts,
  type LearnView,
  type Lesson,
  type PagePart,
  type Recorded,
  type Taught,
  type Trial,
} from '../messages/learning.ts'
import { wordFor } from '../platform/text/common.ts'
import { learnText as text } from '../platform/text/learning.ts'
import { pageGlobs, requestsOf, type TaughtRequests } from './taught-requests.ts'

/** Without these no draft can be read or held. */
export const needed = ['title', 'body', 'publish'] as const satisfies readonly PagePart[]

/** The profile that a lesson makes; null where a needed part is missing. Before anything was recorded it reads but holds nothing. */
export function profileOf(
  lesson: Lesson,
  publish: Recorded | null,
  save: Recorded | null,
  name: string,
): Profile | null {
  const { title, body, publish: control } = lesson.parts
  if (title === undefined || body?.how.as !== 'body' || control === undefined) return null
  const readers = Object.fromEntries(
    fieldParts.map((part) => [part, readerOf(lesson.parts[part])]),
  ) as Profile['fields']
  const { requests, saves, lock } = publish === null ? nothing : requestsOf(publish, save)
  const { body: submitField, ...submitFields } = publish?.carries ?? {}
  const words = lesson.parts.disclosureClass?.how
  const list = lesson.parts.attachments
  return Profile.parse({
    v: 1,
    id: idOf(lesson.url),
    name: name.trim().slice(0, 100) || text.unnamed,
    matches: pageGlobs(lesson.url),
    site: `${new URL(lesson.url).origin}/`,
    fields: readers,
    disclosureWords: (words?.as === 'field' ? words.words : null) ?? {
      proactive: '主动公开',
      'on-request': '依申请公开',
      withheld: '不予公开',
    },
    body: {
      surface: body.how.surface,
      selector: body.selector,
      format: body.how.format,
      submitField: submitField ?? '',
    },
    attachments:
      list?.how.as === 'list'
        ? { item: list.selector, name: list.how.name, link: list.how.link, size: list.how.size }
        : null,
    interpretations: null,
    interpretationWords: {},
    submitFields: carriedOf(submitFields),
    publish: { controls: [control.selector], requests, lock },
    saves,
    charset: lesson.charset,
  } satisfies Profile)
}

const nothing: Pick<TaughtRequests, 'requests' | 'saves' | 'lock'> = { requests: [], saves: [], lock: 'guard-only' }

function readerOf(taught: Taught | undefined): Profile['fields'][FieldPart] {
  return taught?.how.as === 'field' ? { selector: taught.selector, read: taught.how.read } : null
}

/** Only what the comparison of a publish knows. */
function carriedOf(carries: Partial<Record<FieldPart, string>>): Profile['submitFields'] {
  const { title, documentNumber, channel, disclosureClass, datedOn } = carries
  return JSON.parse(
    JSON.stringify({ title, documentNumber, channel, disclosureClass, datedOn }),
  ) as Profile['submitFields']
}

/** Readable, and the same for the same page: learnt again, a profile takes its own place. */
function idOf(url: string): string {
  const { host, pathname } = new URL(url)
  const slug = `${host}${pathname}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return `taught-${slug.slice(0, 56)}`.replace(/-+$/, '')
}

/** Which fields of a request carry which part of the draft, found by what they say. Nothing is guessed: an empty part is in no field. */
export function carriesOf(fields: Record<string, string> | null, { draft, values }: Trial): Recorded['carries'] {
  const carries: Recorded['carries'] = {}
  const all = Object.entries(fields ?? {})
  for (const part of fieldParts) {
    const value = values[part]
    // A list that is read by its words is sent by its number: what is sent is then not what was read, and not compared.
    const read = part === 'disclosureClass' || value === draft[part] || part === 'datedOn'
    const [name] = (value && read ? all.find(([, sent]) => sent.trim() === value.trim()) : undefined) ?? []
    if (name !== undefined) carries[part] = name
  }
  const words = (source: string): string =>
    readBlocks({ ...draft.body, source }, draft.site)
      .blocks.map((block) => block.text)
      .join('\n')
  const wanted = words(draft.body.source)
  const [body] = (wanted === '' ? undefined : all.find(([, sent]) => sent.length > 0 && words(sent) === wanted)) ?? []
  return body === undefined ? carries : { ...carries, body }
}

/** What will not work with this profile, each in a sentence with what to do. */
export function problemsOf(view: LearnView): string[] {
  const { lesson, trial, publish, save } = view
  const parts = Object.entries(lesson.parts) as [PagePart, Taught][]
  const fragile = parts.filter(([, taught]) => taught.fragile).map(([part]) => wordFor(text.parts, part))
  const told = publish === null || requestsOf(publish, save).told
  return [
    fragile.length > 0 ? text.fragile(fragile.join('、')) : null,
    told ? null : text.notTold,
    publish !== null && publish.fields === null ? text.unreadable : null,
    publish !== null && publish.fields !== null && publish.carries.body === undefined ? text.bodyNotSent : null,
    lesson.parts.attachments === undefined ? text.noList : null,
    lesson.parts.channel === undefined ? text.noChannel : null,
    ...(trial?.draft.unread ?? []).map(({ what, why }) => `${what}：${why}`),
    trial !== null && trial.draft.body.source.trim() === '' ? text.emptyBody : null,
  ].filter((sentence) => sentence !== null)
}

/** How much of an article's form was recognised: the frame with most is the one that holds it. */
export function weightOf({ parts }: Lesson): number {
  const weights: Partial<Record<PagePart, number>> = { title: 3, body: 4, publish: 3, save: 2 }
  return Object.keys(parts).reduce((sum, part) => sum + (weights[part as PagePart] ?? 1), 0)
}
