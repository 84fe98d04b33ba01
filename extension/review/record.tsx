import { useSignal } from '@preact/signals'
import type { VNode } from 'preact'
import type { ReviewReading } from '../messages/review.ts'
import { stamp, wordFor, words } from '../platform/text/common.ts'
import { reviewText as text } from '../platform/text/review.ts'
import { ask } from '../platform/ui/asking.ts'
import { ReasonForm } from '../platform/ui/reason-form.tsx'
import { Shape } from '../platform/ui/shape.tsx'
import { open } from './store.ts'

/** 记录: who decided what, when, with which rules; and the evidence that proves it to anybody. */
export function Record({ reading }: { reading: ReviewReading }): VNode {
  const { review, checkpoint } = reading
  return (
    <section class="part" aria-labelledby="record">
      <h2 id="record">{text.record}</h2>
      <ol class="stack record">
        {review.decisions.map((decision) => (
          <li key={decision.seq}>
            <p>
              <strong>
                {decision.by.name} {wordFor(words.levels, decision.level)}：{wordFor(words.verdicts, decision.verdict)}
              </strong>
            </p>
            {decision.reason !== null && <p class="quote">{decision.reason}</p>}
            <p class="soft small">
              {stamp(Date.parse(decision.at))} · 规则集 {decision.ruleset} · {text.entry(decision.seq)}
            </p>
          </li>
        ))}
      </ol>
      <Comments reading={reading} />
      <Evidence id={review.id} />
      {checkpoint !== null && (
        <details class="small">
          <summary class="soft">{text.checkpoint(checkpoint.size)}</summary>
          <pre>{checkpoint.text}</pre>
        </details>
      )}
    </section>
  )
}

function Comments({ reading: { review } }: { reading: ReviewReading }): VNode {
  const writing = useSignal(false)
  return (
    <>
      {review.comments.length > 0 && (
        <ul class="stack record">
          {review.comments.map(({ by, at, text: said }) => (
            <li key={at + by.id}>
              <p>
                {by.name}：{said}
              </p>
              <p class="soft small">{stamp(Date.parse(at))}</p>
            </li>
          ))}
        </ul>
      )}
      {writing.value ? (
        <ReasonForm
          label={text.comments}
          go={text.send}
          onCancel={() => {
            writing.value = false
          }}
          onGo={async (said) => {
            if ((await ask('review.comment', { id: review.id, text: said })) === null) return
            writing.value = false
            await open(review.id)
          }}
        />
      ) : (
        <button type="button" class="quiet" onClick={() => (writing.value = true)}>
          {text.comment}
        </button>
      )}
    </>
  )
}

function Evidence({ id }: { id: string }): VNode {
  const proved = useSignal<boolean | null>(null)
  const save = async (): Promise<void> => {
    const got = await ask('review.evidence', { id })
    if (got === null) return
    proved.value = got.answer.proved
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([got.answer.text], { type: 'application/json' }))
    link.download = got.answer.name
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <div class="row">
      <button type="button" onClick={save}>
        {text.evidence}
      </button>
      {proved.value !== null && (
        <span class="small" role="status">
          <Shape tone={proved.value ? 'ready' : 'stop'} size={12} />{' '}
          {proved.value ? text.evidenceProved : text.evidenceFailed}
        </span>
      )}
    </div>
  )
}
