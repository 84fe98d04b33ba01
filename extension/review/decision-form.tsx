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
  type Gates,
  missingOf,
  notDeciding,
  type Verdict,
} from './decision.ts'
import { loadQueue, open } from './store.ts'

const VERDICTS: readonly Verdict[] = ['approve', 'return', 'refuse', 'refer']

/** 审核意见: five gates, a verdict, a reason that grows; what is missing is said, never guessed. */
export function DecisionForm({ reading, deciding }: { reading: ReviewReading; deciding: readonly Deciding[] }): VNode {
  const done = useSignal<{ word: string; proof: 'verified' | 'failed' } | null>(null)
  const form = drafting.value
  const why = notDeciding(reading.review, house.value.person)
  if (done.value !== null)
    return (
      <Banner tone={done.value.proof === 'verified' ? 'ready' : 'stop'} alert>
        {text.decided(done.value.word)}
        {text.decidedProof[done.value.proof]}
      </Banner>
    )
  if (why !== null) return <p class="soft small">{why === 'own' ? text.own : text.notMine}</p>
  const missing = form.verdict === null ? [] : missingOf(form, reading, deciding)
  const busy = asking.value.has('review.decide')
  const sign = async (): Promise<void> => {
    if (form.verdict === null || missing.length > 0 || busy) return
    const got = await ask('review.decide', decisionOf(form, reading.review))
    if (got === null) return
    done.value = { word: text.verdicts[form.verdict], proof: got.answer.proof }
    drafting.value = blank
    await Promise.all([loadQueue(), open(reading.review.id)])
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void sign()
      }}
    >
      <GateTicks gates={form.gates} />
      <fieldset class="verdicts">
        <legend>{text.decision}</legend>
        {VERDICTS.map((verdict) => (
          <label key={verdict} class={`verdict-choice ${form.verdict === verdict ? 'chosen' : ''} ${verdict}`}>
            <input
              type="radio"
              name="verdict"
              checked={form.verdict === verdict}
              onChange={() => {
                drafting.value = { ...drafting.value, verdict }
              }}
            />
            {text.verdicts[verdict]}
          </label>
        ))}
      </fieldset>
      {form.verdict !== null && <Reason verdict={form.verdict} deciding={deciding} missing={missing} busy={busy} />}
    </form>
  )
}

interface ReasonProps {
  verdict: Verdict
  deciding: readonly Deciding[]
  missing: readonly (keyof typeof text.missing)[]
  busy: boolean
}

function Reason({ verdict, deciding, missing, busy }: ReasonProps): VNode {
  const id = useId()
  const form = drafting.value
  const blocks = deciding.filter(({ severity }) => severity === 'block').length
  const approving = verdict === 'approve'
  const label = !approving ? text.reason : blocks > 0 ? text.reasonBlock : text.reasonOptional
  return (
    <>
      <p class="soft small">{text.verdictHints[verdict]}</p>
      <label class="small" for={id}>
        {label}
      </label>
      <textarea
        id={id}
        rows={2}
        maxLength={4000}
        value={form.reason}
        onInput={(event) => {
          drafting.value = { ...form, reason: event.currentTarget.value }
        }}
      />
      {approving && blocks > 0 && (
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
      {missing.length > 0 && (
        <ul class="small tone-review" role="status">
          {missing.map((one) => (
            <li key={one}>{text.missing[one]}</li>
          ))}
        </ul>
      )}
      <button type="submit" class="primary" disabled={missing.length > 0 || busy}>
        {busy ? text.signing : `${text.sign}：${text.verdicts[verdict]}`}
      </button>
    </>
  )
}

function GateTicks({ gates }: { gates: Gates }): VNode {
  const set = (next: Gates): void => {
    drafting.value = { ...drafting.value, gates: next }
  }
  const all = !Object.values(gates).includes(false)
  return (
    <fieldset class="gates">
      <legend>{text.gatesTitle}</legend>
      {(Object.keys(text.gates) as (keyof Gates)[]).map((gate) => (
        <label class="tick" key={gate}>
          <input
            type="checkbox"
            checked={gates[gate]}
            onChange={(event) => set({ ...gates, [gate]: event.currentTarget.checked })}
          />
          <span>
            <strong>{text.gates[gate][0]}</strong> <span class="soft small">{text.gates[gate][1]}</span>
          </span>
        </label>
      ))}
      {!all && (
        <button
          type="button"
          class="quiet"
          onClick={() => set({ political: true, legal: true, policy: true, confidentiality: true, wording: true })}
        >
          {text.allGates}
        </button>
      )}
    </fieldset>
  )
}
