import type { Attachment, Draft } from '../draft/draft.ts'
import type { Span } from '../draft/span.ts'
import type { CheckContext } from './context.ts'
import type { Example } from './rule.ts'

/** An example made into what `check` takes, with the places it expects. `places` is null where the example marks none. */
export interface PreparedExample {
  draft: Draft
  context: CheckContext
  options: Readonly<Record<string, unknown>>
  places: readonly Span[] | null
}

const SITE = 'https://jyj.example.gov.cn/'

/** Takes the `[[…]]` marks out of the parts of an example and remembers where they stood. */
export function prepareExample(example: Example): PreparedExample {
  const parts = typeof example === 'string' ? { body: example } : example
  const places: Span[] = []
  const unmarked = (field: string, text: string): string => {
    const { clean, spans } = withoutMarks(text)
    places.push(...spans.map((span) => ({ field, ...span })))
    return clean
  }
  const body = unmarked('body', parts.body ?? '')
  const draft: Draft = {
    site: SITE,
    title: unmarked('title', parts.title ?? ''),
    documentNumber: parts.documentNumber === undefined ? null : unmarked('documentNumber', parts.documentNumber),
    channel: parts.channel ?? null,
    disclosureClass: parts.disclosureClass ?? null,
    datedOn: parts.datedOn ?? null,
    department: parts.department ?? null,
    source: parts.source === undefined ? null : unmarked('source', parts.source),
    body: { format: body.startsWith('<') ? 'html' : 'text', source: body },
    attachments:
      parts.attachments?.map(
        (one, index): Attachment =>
          typeof one === 'string'
            ? { name: unmarked(`attachment:${index}`, one), size: 1024, sha256: null, url: null }
            : one,
      ) ?? null,
    interpretations: parts.interpretations === undefined ? null : [...parts.interpretations],
    unread: [],
  }
  return {
    draft,
    context: parts.context ?? {},
    options: parts.options ?? {},
    places: places.length > 0 ? places : null,
  }
}

function withoutMarks(text: string): { clean: string; spans: { start: number; end: number }[] } {
  const spans: { start: number; end: number }[] = []
  let clean = ''
  for (const [index, piece] of text.split(/(\[\[[\s\S]*?\]\])/).entries()) {
    const inner = index % 2 === 1 ? piece.slice(2, -2) : piece
    if (index % 2 === 1) spans.push({ start: clean.length, end: clean.length + inner.length })
    clean += inner
  }
  return { clean, spans }
}
