import { signal } from '@preact/signals'
import type { VNode } from 'preact'
import { useId } from 'preact/hooks'
import type { ReviewReading } from '../messages/review.ts'
import { reviewText as text } from '../platform/text/review.ts'
import { ask, asking } from '../platform/ui/asking.ts'
import { Banner } from '../platform/ui/banner.tsx'
import { blank, type Deciding, decisionOf, drafting, type Missing, missingOf, type Verdict } from './decision.ts'
import { loadQueue, reading as opened } from './store.ts'
import { Ticks } from './ticks.tsx'

const VERDICTS: readonly Verdict[] = ['approve', 'return', 'refuse', 'refer']

interface Done {
  word: string
  proof: 'verified' | 'failed'
}

const done = signal<Done | null>(null)
const missing = signal<readonly Missing[]>([])

/** Another review is open: nothing of the one before is left in the form. */
export function startDeciding(): void {
  drafting.value = blank
  done.value = null
  missing.value = []
}

interface Props {
  reading: ReviewReading
  deciding: readonly Deciding[]
}

/** What the reviewer confirms before a verdict: five gates, of a policy 三同步, and a reason that grows. */
export function Confirming({ reading: { review }, deciding }: Props): VNode | null {
  if (done.value !== null) return null
  return (
    <section class="part">
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
    </section>
  )
}

/** The four verdicts, always in sight. A button that cannot act yet says what is missing; nothing is guessed. */
export function Verdicts({ reading, deciding, why }: Props & { why: 'own' | 'notMine' | null }): VNode {
  const { review } = reading
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
    <div class="verdict-bar">
      {done.value !== null && <Said done={done.value} />}
      {done.value === null && why !== null && <p class="soft small">{why === 'own' ? text.own : text.notMine}</p>}
      {missing.value.length > 0 && <StillMissing missing={missing.value} />}
      {done.value === null && why === null && (
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
      )}
    </div>
  )
}

function StillMissing({ missing: left }: { missing: readonly Missing[] }): VNode {
  return (
    <Banner tone="review" alert>
      {text.missingTitle}
      <ul class="missing">
        {left.map((one) => (
          <li key={one}>{text.missing[one]}</li>
        ))}
      </ul>
    </Banner>
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
      {blocks > 0 && (
        <label class="pin">
          <span class="small">{text.pin}</span>
          <input
            type="password"
            name="pin"
            inputMode="numeric"
            autocomplete="off"
            value={form.pin}
            onInput={(event) => {
              drafting.value = { ...form, pin: event.currentTarget.value }
            }}
          />
        </label>
      )}
    </>
  )
}
