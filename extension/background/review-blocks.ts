import { readBlocks } from '#shared/draft/blocks.ts'
import type { Draft } from '#shared/draft/draft.ts'
import type { Finding } from '#shared/rules/finding.ts'
import type { ReviewBlock } from '../messages/review.ts'
import { textOffset } from './finding-view.ts'

type Place = Pick<Finding, 'field' | 'start' | 'end' | 'severity'>

/** The canonical blocks of a body with the findings marked in them. A reviewer reads the whole text: nothing is masked here. */
export function blocksOf(draft: Draft, findings: readonly Place[]): ReviewBlock[] {
  const inBody = findings
    .map((finding, index) => ({ finding, index }))
    .filter(({ finding }) => finding.field === 'body')
  return readBlocks(draft.body, draft.site).blocks.map((block) => {
    const from = block.toSource(0)
    const until = block.toSourceEnd(block.text.length)
    const marks = inBody
      .filter(({ finding }) => finding.start < until && finding.end > from)
      .map(({ finding, index }) => ({
        start: textOffset(block, Math.max(from, finding.start)),
        end: textOffset(block, Math.min(until, finding.end)),
        finding: index,
        severity: finding.severity,
      }))
      .filter(({ start, end }) => end > start)
    return { kind: block.kind, text: block.text, hidden: block.hidden, marks }
  })
}
