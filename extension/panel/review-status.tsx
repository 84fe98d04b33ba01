import type { VNode } from 'preact'
import type { BlockChange, ReviewView } from '../messages/view.ts'
import { stamp, wordFor, words } from '../platform/text/common.ts'
import { panelText as text } from '../platform/text/panel.ts'
import { Shape, type Tone } from '../platform/ui/shape.tsx'

const PROOF_TONES = { verified: 'ready', pending: 'note', failed: 'stop' } as const satisfies Record<string, Tone>

/** What the reviewer said, on top; then where it stands in the ledger. */
export function ReviewStatus({ review }: { review: ReviewView }): VNode {
  const { decision, proof, entry } = review
  return (
    <section class="part review-status" aria-label={wordFor(words.states, review.state)}>
      {decision !== null && (
        <figure>
          <figcaption class="row spread">
            <strong>{text.reviewerSays(decision.by, wordFor(words.verdicts, decision.verdict))}</strong>
            <span class="soft small">{stamp(decision.at)}</span>
          </figcaption>
          {decision.reason !== '' && <blockquote>{decision.reason}</blockquote>}
        </figure>
      )}
      <p class="small soft">
        {wordFor(words.states, review.state)} · <Shape tone={PROOF_TONES[proof]} size={11} /> {text.proof[proof]}
        {entry !== null && proof === 'verified' && ` · ${text.entry(entry)}`}
      </p>
    </section>
  )
}

/** The blocks that differ from what was sent, with one block of quiet around them. */
export function Changed({ blocks }: { blocks: BlockChange[] }): VNode {
  return (
    <section class="part" aria-labelledby="changed">
      <h2 id="changed">{text.changedBlocks}</h2>
      <ul class="diff">
        {blocks.map(({ kind, text: words }, index) => (
          <li key={`${index}${kind}`} class={kind}>
            {kind !== 'same' && <span class="diff-word">{kind === 'added' ? text.added : text.removed}</span>}
            {kind === 'added' ? <ins>{words}</ins> : kind === 'removed' ? <del>{words}</del> : <span>{words}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
