import type { Canonical } from './block.ts'
import type { Draft } from './draft.ts'
import { readHtml } from './html-blocks.ts'
import { readText } from './text-blocks.ts'

/**
 * The canonical reading of a body: what a reader or a crawler gets, whatever editor wrote the markup. Formatting tags, attributes,
 * comments, scripts and empty paragraphs leave no trace. The same for the editor's DOM once serialised, for the submitted string
 * and after save and reopen.
 */
export function readBlocks(body: Draft['body'], site: string): Canonical {
  return body.format === 'html' ? readHtml(body.source, site) : readText(body.source)
}
