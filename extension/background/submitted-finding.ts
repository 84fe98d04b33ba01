import type { Canonical } from '#shared/draft/block.ts'
import { readBlocks } from '#shared/draft/blocks.ts'
import { contentHash } from '#shared/draft/content-hash.ts'
import type { Draft } from '#shared/draft/draft.ts'
import type { Finding } from '#shared/rules/finding.ts'
import { submittedText } from '../platform/text/background.ts'

/** The finding that the editor would submit another text, link or picture than what is seen. It never leaves this browser. */
export const SUBMITTED_DIFFERS = 'gate/submitted-differs'

/** Compares what the editor says it would submit, as HTML, with what was read. Null where they say the same. */
export function submittedFinding(draft: Draft, submitted: string): Finding | null {
  const claimed: Draft = { ...draft, body: { ...draft.body, source: submitted } }
  const [seen, said] = [readBlocks(draft.body, draft.site), readBlocks(claimed.body, draft.site)]
  if (contentHash(draft, seen) === contentHash(claimed, said)) return null
  const { start, end, text } = firstDifference(seen, said)
  const what = partsThatDiffer(seen, said)
  return {
    ...{ rule: SUBMITTED_DIFFERS, severity: 'block', field: 'body', start, end, text: text.slice(0, 2000) },
    ...{ message: submittedText.message(what), why: submittedText.why(what) },
    ...{ advice: submittedText.advice, basis: submittedText.basis },
  }
}

function partsThatDiffer(seen: Canonical, said: Canonical): string {
  const same = (left: readonly string[], right: readonly string[]): boolean => left.join('\n') === right.join('\n')
  const { parts } = submittedText
  const differing = [
    same(textsOf(seen), textsOf(said)) ? null : parts.text,
    same(seen.links, said.links) ? null : parts.links,
    same(seen.images, said.images) ? null : parts.images,
  ].filter((part) => part !== null)
  return differing.length === 0 ? parts.text : differing.join('、')
}

const textsOf = ({ blocks }: Canonical): string[] => blocks.map(({ kind, text }) => `${kind} ${text}`)

/** The first block of what is seen that is not said alike; none where only something is added. */
function firstDifference(seen: Canonical, said: Canonical): { start: number; end: number; text: string } {
  const claimed = textsOf(said)
  const at = textsOf(seen).findIndex((text, index) => text !== claimed[index])
  const block = seen.blocks[at]
  if (block === undefined) return { start: 0, end: 0, text: '' }
  return { start: block.toSource(0), end: block.toSourceEnd(block.text.length), text: block.text }
}
