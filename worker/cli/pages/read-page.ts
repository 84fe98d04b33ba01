import { readBlocks } from '#shared/draft/blocks.ts'
import type { DisclosureClass, Draft, Unread } from '#shared/draft/draft.ts'
import { findLandmarks, type Landmarks, type Stretch } from './landmarks.ts'
import { type Metadata, readDay, readMetadata } from './metadata.ts'
import { TITLE } from './title.ts'

/** A file as the engine takes it. Offsets of the body count in the file's own text: what is not body is blanked, never cut. */
export interface ReadPage {
  draft: Draft
  publishedOn: string | null
}

export const DEFAULT_SITE = 'https://site.invalid/'

/** A published or exported page as a draft: title, what its metadata table says, and the document without the page around it. */
export function readHtmlPage(source: string, site: string | null): ReadPage {
  const landmarks = findLandmarks(source)
  const { content, body, heading, meta } = landmarks
  const base = site ?? DEFAULT_SITE
  const range = content ?? body ?? { start: 0, end: source.length }
  const metadata =
    content === null ? readMetadata(readBlocks({ format: 'html', source }, base)) : outside(source, content, base)
  const inner = onlyThe(source, range, heading?.whole)
  const named = titleOf(landmarks, metadata)
  const first = named === '' ? firstLine(inner, base) : null
  const title = first?.text ?? named
  const unread: Unread[] = title === '' ? [{ what: '标题', why: '没有 <title>、<h1>，首行也不像标题' }] : []
  return {
    draft: {
      site: base,
      title,
      documentNumber: metadata.documentNumber ?? null,
      channel: meta.get('columnname') ?? null,
      disclosureClass: disclosureOf(metadata.disclosure),
      datedOn: readDay(metadata.datedOn),
      department: metadata.department ?? null,
      source: meta.get('contentsource') ?? metadata.source ?? null,
      body: { format: 'html', source: first === null ? inner : blank(inner, first) },
      attachments: null,
      interpretations: null,
      unread,
    },
    publishedOn: readDay(meta.get('pubdate') ?? metadata.publishedOn),
  }
}

/** The rows around the document; its own sentences are no metadata. */
function outside(source: string, content: Stretch, site: string): Metadata {
  const around = source.slice(0, content.start) + source.slice(content.end)
  return readMetadata(readBlocks({ format: 'html', source: around }, site))
}

/** The source with everything but `range`, and the heading that became the title, as spaces. */
function onlyThe(source: string, range: Stretch, heading: Stretch | undefined): string {
  const text = ' '.repeat(range.start) + source.slice(range.start, range.end)
  if (heading === undefined || heading.end <= range.start || heading.start >= range.end) return text
  return blank(text, heading)
}

function blank(text: string, { start, end }: Stretch): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)
}

/** A first block above others that reads like a title. */
function firstLine(source: string, site: string): (Stretch & { text: string }) | null {
  const [first, second] = readBlocks({ format: 'html', source }, site).blocks
  if (first === undefined || second === undefined || !TITLE.test(first.text)) return null
  return { text: first.text, start: first.toSource(0), end: first.toSourceEnd(first.text.length) }
}

function titleOf({ meta, heading, title }: Landmarks, metadata: Metadata): string {
  const candidates = [meta.get('articletitle'), heading?.text, metadata.title, withoutSite(title)]
  return candidates.map((one) => one?.replace(/\s+/g, ' ').trim() ?? '').find((one) => one !== '') ?? ''
}

/** 「关于……的通知_泉州市教育局」: what follows the bar is the site's name. */
function withoutSite(title: string): string {
  return title.split(/[_|｜]|\s[-—–]\s/)[0] ?? ''
}

function disclosureOf(text: string | undefined): DisclosureClass | null {
  if (text === undefined) return null
  if (/不予公开|不公开/.test(text)) return 'withheld'
  if (/依申请/.test(text)) return 'on-request'
  return /主动公开|公开发布/.test(text) ? 'proactive' : null
}
