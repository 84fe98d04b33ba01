import { readBlocks } from '../draft/blocks.ts'
import type { Draft } from '../draft/draft.ts'
import type { Span } from '../draft/span.ts'
import type { CheckContext } from './context.ts'

/** The original string of a field: what spans count in. Empty for a field that the draft does not have. */
export function originalField(draft: Draft, context: CheckContext, field: string): string {
  const [name, index] = field.split(':')
  const attachment = draft.attachments?.[Number(index)]
  switch (name) {
    case 'body':
      return draft.body.source
    case 'attachment':
      return attachment?.name ?? ''
    case 'attachment-text':
      return context.attachments?.find((one) => one.name === attachment?.name)?.text ?? ''
    case 'title':
    case 'documentNumber':
    case 'channel':
    case 'disclosureClass':
    case 'datedOn':
    case 'department':
    case 'source':
      return draft[name] ?? ''
    default:
      return ''
  }
}

/** The characters at a span as a person reads them: markup inside it left out. */
export function originalText(draft: Draft, context: CheckContext, { field, start, end }: Span): string {
  const slice = originalField(draft, context, field).slice(start, end)
  if (field !== 'body' || draft.body.format !== 'html' || !/[<&]/.test(slice)) return slice
  return readBlocks({ format: 'html', source: slice }, draft.site)
    .blocks.map((block) => block.text)
    .join(' ')
}
