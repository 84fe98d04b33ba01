import type { Canonical } from '../draft/block.ts'
import { readBlocks } from '../draft/blocks.ts'
import type { Draft } from '../draft/draft.ts'
import type { CheckContext } from './context.ts'
import { asidesView, blocksView, lineView, type TextView } from './text-view.ts'

/** The texts of a draft as rules read them. Attachments' texts are there only where somebody read them. */
export function viewsOf(draft: Draft, canonical: Canonical, context: CheckContext) {
  const title = lineView('title', draft.title)
  const body = blocksView('body', canonical.blocks)
  const texts: TextView[] = [title]
  for (const field of ['documentNumber', 'department', 'source'] as const) {
    const value = draft[field]
    if (value !== null && value !== '') texts.push(lineView(field, value))
  }
  texts.push(body)
  if (canonical.asides.length > 0) texts.push(asidesView('body', canonical.asides))
  for (const [index, attachment] of (draft.attachments ?? []).entries()) {
    texts.push(lineView(`attachment:${index}`, attachment.name))
    const content = context.attachments?.find((one) => one.name === attachment.name)
    if (content === undefined || content.text === '') continue
    const { blocks } = readBlocks({ format: 'text', source: content.text }, draft.site)
    texts.push(blocksView(`attachment-text:${index}`, blocks))
  }
  return { title, body, texts }
}
