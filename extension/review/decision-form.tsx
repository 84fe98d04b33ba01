import { useSignal } from '@preact/signals'
import type { VNode } from 'preact'
import { useId } from 'preact/hooks'
import type { ReviewReading } from '../messages/review.ts'
import { house } from '../platform/house.ts'
import { reviewText as text } from '../platform/text/review.ts'
import { ask, asking } from '../platform/ui/asking.ts'
import { Banner } from '../platform/ui/banner.tsx'
import {
  blank,
  type Deciding,
  decisionOf,
  drafting,
  type Missing,
  missingOf,
  notDeciding,
  type Verdict,
} from './decision.ts'
import { loadQueue, reading as opened } from './store.ts'
import { Ticks } from './ticks.tsx'

const VERDICTS: readonly Verdict[] = ['approve', 'return', 'refuse', 'refer']

interface Done {
  word: string
  proof: 'verified' | 'failed'
}

/** 审核意见: five gates, a reason that grows, four buttons. A button that cannot act yet says what is missing; nothing is guessed. */
export function DecisionForm({ reading, deciding }: { reading: ReviewReading; deciding: readonly Deciding[] }): VNode {
  const done = useSignal<Done | null>(null)
  const missing = useSignal<readonly Missing[]>([])
  const { review } = reading
  const why = notDeciding(review, house.value.person)
  if (done.value !== null) return <Said done={done.value} />
  if (why !== null) return <p class="soft small">{why === 'own' ? text.own : text.notMine}</p>

  const decide = async (verdict: Verdict): Promise<void> => {
    missing.value = missingOf(verdict, drafting.value, reading, deciding)
    if (missing.value.length > 0 || asking.value.has('review.decide')) return
    const got = await ask('review.decide', decisionOf(verdict, drafting.value, review))
    if (got === null) return
    done.value = { word: text.verdicts[verdict], proof: got.answer.proof }
    drafting.value = blank
    opened.value = { ...reading, review: got.answer.review }
    await loadQueue()
  }
  return (
    <div class="stack">
      <Ticks
        title={text.gatesTitle}
        words={text.gates}
        ticked={drafting.value.gates}
        onChange={(gates) => {
          drafting.value = { ...drafting.value, gates }
        }}
      />
      {review.policy && (
        <Ticks
          title={text.syncsTitle}
          words={text.syncs}
          note={text.syncsBasis}
          ticked={drafting.value.syncs}
          onChange={(syncs) => {
            drafting.value = { ...drafting.value, syncs }
          }}
        />
      )}
      <Reason blocks={deciding.filter(({ severity }) => severity === 'block').length} />
      {missing.value.length > 0 && (
        <ul class="banner tone-review missing" role="alert">
          {missing.value.map((one) => (
            <li key={one}>{text.missing[one]}</li>
          ))}
        </ul>
      )}
      <div class="verdicts">
        {VERDICTS.map((verdict) => (
          <button
            key={verdict}
            type="button"
            class={verdict === 'approve' ? 'primary' : verdict === 'refuse' ? 'danger' : ''}
            title={text.verdictHints[verdict]}
            disabled={asking.value.has('review.decide')}
            onClick={() => decide(verdict)}
          >
            {text.verdicts[verdict]}
          </button>
        ))}
      </div>
    </div>
  )
}

function Said({ done }: { done: Done }): VNode {
  return (
    <Banner tone={done.proof === 'verified' ? 'ready' : 'stop'} alert>
      {text.decided(done.word)}
      {text.decidedProof[done.proof]}
    </Banner>
  )
}

function Reason({ blocks }: { blocks: number }): VNode {
  const id = useId()
  const form = drafting.value
  return (
    <>
      <label for={id}>
        <strong>{text.reason}</strong>
      </label>
      <textarea
        id={id}
        rows={2}
        maxLength={4000}
        aria-describedby={`${id}-hint`}
        value={form.reason}
        onInput={(event) => {
          drafting.value = { ...form, reason: event.currentTarget.value }
        }}
      />
      <p class="soft small" id={`${id}-hint`}>
        {blocks > 0 ? text.reasonBlock : text.reasonHint}
      </p>
      {blocks > 0 && (
        <label class="tick confirm">
          <input
            type="checkbox"
            checked={form.blocksConfirmed}
            onChange={(event) => {
              drafting.value = { ...form, blocksConfirmed: event.currentTarget.checked }
            }}
          />
          <span>{text.blockConfirm(blocks)}</span>
        </label>
      )}
    </>
  )
}
