import { useSignal } from '@preact/signals'
import type { VNode } from 'preact'
import type { FindingView } from '../messages/view.ts'
import { panelText as text } from '../platform/text/panel.ts'
import { ask } from '../platform/ui/asking.ts'
import { ReasonForm } from '../platform/ui/reason-form.tsx'
import { toneOf } from '../platform/ui/shape.tsx'
import { planning } from './store.ts'

/** One finding: where, what stands there, on what basis, what to write instead, and what can be done about it. */
export function FindingCard({ finding, tab }: { finding: FindingView; tab: number }): VNode {
  const disputing = useSignal(false)
  const key = `${finding.rule}@${finding.span.field}:${finding.span.start}`
  return (
    <article class={`finding tone-${toneOf(finding.severity)} ${finding.disputed === null ? '' : 'disputed'}`}>
      <div class="finding-in">
        <div class="row spread">
          <h3>{finding.message}</h3>
          <span class="soft small">{finding.place}</span>
        </div>
        {finding.text !== '' && (
          <p class="quote">
            {finding.before && `…${finding.before}`}
            <mark>{finding.text}</mark>
            {finding.after && `${finding.after}…`}
          </p>
        )}
        <dl class="facts">
          {finding.advice && <Fact term={text.advice}>{finding.advice}</Fact>}
          {finding.basis && <Fact term={text.basis}>{finding.basis}</Fact>}
        </dl>
        {finding.why && (
          <details class="small">
            <summary class="soft">{text.why}</summary>
            <p>{finding.why}</p>
            <p class="soft">{finding.rule}</p>
          </details>
        )}
        {finding.disputed !== null && (
          <p class="small">
            {text.disputed}
            {finding.disputed}
            <button type="button" class="quiet" onClick={() => ask('panel.dispute', { tab, key, reason: null })}>
              {text.undoDispute}
            </button>
          </p>
        )}
        {disputing.value ? (
          <ReasonForm
            label={text.disputeReason}
            home={`dispute-${key}`}
            go={text.save}
            onCancel={() => {
              disputing.value = false
            }}
            onGo={async (reason) => {
              if (await ask('panel.dispute', { tab, key, reason })) disputing.value = false
            }}
          />
        ) : (
          <Actions finding={finding} tab={tab} onDispute={() => (disputing.value = true)} />
        )}
      </div>
    </article>
  )
}

function Fact({ term, children }: { term: string; children: string }): VNode {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Actions({ finding, tab, onDispute }: { finding: FindingView; tab: number; onDispute: () => void }): VNode {
  const said = useSignal<string | null>(null)
  const reveal = async (): Promise<void> => {
    const got = await ask('panel.reveal', { tab, span: finding.span })
    if (got !== null) said.value = got.answer.found ? text.revealed : text.notFound
  }
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(finding.advice)
    said.value = text.copied
  }
  const named = `：${finding.message}，${finding.place}`
  return (
    <div class="row actions">
      <button type="button" onClick={reveal} aria-label={text.reveal + named}>
        {text.reveal}
      </button>
      {finding.advice && (
        <button type="button" onClick={copy} aria-label={text.copy + named}>
          {text.copy}
        </button>
      )}
      {finding.rule === 'interpretation/missing' && (
        <button type="button" onClick={() => (planning.value = true)}>
          {text.planTitle}…
        </button>
      )}
      {finding.disputed === null && (
        <button
          type="button"
          class="quiet"
          id={`dispute-${finding.rule}@${finding.span.field}:${finding.span.start}`}
          onClick={onDispute}
          aria-label={text.dispute + named}
        >
          {text.dispute}
        </button>
      )}
      <span class="soft small" role="status">
        {said.value}
      </span>
    </div>
  )
}
