import type { VNode } from 'preact'
import { reviewText as text } from '../platform/text/review.ts'
import { Shape, toneOf } from '../platform/ui/shape.tsx'
import { type Answer, type Deciding, drafting, type readBy } from './decision.ts'

const ANSWERS: readonly Answer[] = ['fixed', 'false-positive', 'accepted']

const TONES = { us: 'ready', submitter: 'unread', differs: 'stop', nobody: 'unread' } as const

interface Shown {
  deciding: readonly Deciding[]
  by: ReturnType<typeof readBy>
  asking: boolean
}

/** The findings that decide, numbered as in the margin, each with the reviewer's own answer. */
export function Findings({ deciding, by, asking }: Shown): VNode {
  return (
    <section class="part" aria-labelledby="findings">
      <h2 id="findings">
        {text.findings} {deciding.length}
      </h2>
      {deciding.length === 0 && (
        <p class="soft">
          <Shape tone={TONES[by]} size={12} /> {text.noFindings[by]}
        </p>
      )}
      <ol class="stack">
        {deciding.map((finding, index) => (
          <Card key={index} finding={finding} index={index} asking={asking} />
        ))}
      </ol>
    </section>
  )
}

function Card({ finding, index, asking }: { finding: Deciding; index: number; asking: boolean }): VNode {
  const { severity, message, rule, place, text: words, advice, basis, why } = finding
  return (
    <li class={`case tone-${toneOf(severity)}`} id={`finding-${index}`} tabIndex={-1}>
      <div>
        <h3 class="row spread">
          <button
            type="button"
            class="quiet jump"
            onClick={() => document.getElementById(`mark-${index}`)?.scrollIntoView({ block: 'center' })}
          >
            {index + 1}. {message ?? rule}
          </button>
          <span class="soft small">{place}</span>
        </h3>
        {words && <p class="quote">{words}</p>}
        {advice && <p class="small">{advice}</p>}
        <details class="small soft">
          <summary>{basis}</summary>
          {why}
        </details>
        {asking && <Choice index={index} />}
      </div>
    </li>
  )
}

function Choice({ index }: { index: number }): VNode {
  const given = drafting.value.answers[index]
  const set = (answer: Answer, because: string): void => {
    drafting.value = { ...drafting.value, answers: { ...drafting.value.answers, [index]: { answer, because } } }
  }
  return (
    <fieldset class="choice">
      <legend class="sr">{text.findings}</legend>
      {ANSWERS.map((answer) => (
        <label key={answer}>
          <input
            type="radio"
            name={`answer-${index}`}
            checked={given?.answer === answer}
            onChange={() => set(answer, given?.because ?? '')}
          />
          {text.answers[answer]}
        </label>
      ))}
      {given !== undefined && given.answer !== 'fixed' && (
        <input
          type="text"
          aria-label={text.because}
          placeholder={text.because}
          maxLength={2000}
          value={given.because}
          onInput={(event) => set(given.answer, event.currentTarget.value)}
        />
      )}
    </fieldset>
  )
}
