import type { VNode } from 'preact'
import type { CheckView } from '../../messages/view.ts'
import { wordFor, words } from '../text/common.ts'
import { panelText as text } from '../text/panel.ts'
import { Shape, type Tone } from './shape.tsx'

/** 检查了什么: what was read, and what was not. The two never look alike. */
export function Coverage({ check }: { check: CheckView }): VNode {
  const { read, unread } = check.coverage
  const fields = unread.filter(({ rule }) => rule === undefined)
  const rules = unread.filter(({ rule }) => rule !== undefined)
  return (
    <section class="part" aria-labelledby="coverage">
      <h2 id="coverage">{text.coverage}</h2>
      <ul class="read">
        {read.map(({ what, characters }) => (
          <li key={what}>
            <Shape tone="ready" size={12} /> {what}
            {characters !== null && <span class="soft"> {text.characters(characters)}</span>}
          </li>
        ))}
      </ul>
      {fields.length > 0 && (
        <ul class="unread">
          {fields.map(({ what, why }) => (
            <li key={what}>
              <Shape tone="unread" />
              <span>
                {what}
                <span class="soft">：{why}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {rules.length > 0 && (
        <details class="small">
          <summary class="tone-unread">{text.notJudged(rules.length)}</summary>
          <ul class="unread">
            {rules.map(({ what, why }) => (
              <li key={what + why}>
                <Shape tone="unread" size={12} />
                <span>
                  {what}
                  <span class="soft">：{why}</span>
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

export function Attachments({ check }: { check: CheckView }): VNode {
  const { attachments } = check
  return (
    <section class="part" aria-labelledby="attachments">
      <h2 id="attachments">{text.attachments}</h2>
      {attachments === null && <Line tone="unread">{text.attachmentsUnknown}</Line>}
      {attachments?.length === 0 && <p class="soft small">{text.noAttachments}</p>}
      {attachments !== null && attachments.length > 0 && (
        <ul class="unread">
          {attachments.map(({ name, size }) => (
            <li key={name}>
              <Shape tone="unread" />
              <span>
                {name}
                <span class="soft small"> {text.attachment(size)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const FORM_TONES = { published: 'ready', draft: 'note', planned: 'note', missing: 'blank' } as const

/** The five forms of 政策解读, each with its state in a word. */
export function Interpretation({ check }: { check: CheckView }): VNode {
  const { known, forms } = check.interpretation
  return (
    <section class="part" aria-labelledby="interpretation">
      <h2 id="interpretation">{text.interpretation}</h2>
      {!known && <Line tone="unread">{text.interpretationUnknown}</Line>}
      {known && (
        <ul class="forms">
          {forms.map(({ form, state, title, dueOn }) => (
            <li key={form} title={title}>
              <span>{wordFor(words.forms, form)}</span>
              <span class={`small tone-${FORM_TONES[state]} ${state === 'missing' ? 'soft' : ''}`}>
                <Shape tone={FORM_TONES[state]} size={11} /> {text.forms[state]}
              </span>
              {dueOn !== null && <span class="soft due">{text.due(dueOn)}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Line({ tone, children }: { tone: Tone; children: string }): VNode {
  return (
    <p class={`small tone-${tone}`}>
      <Shape tone={tone} size={12} /> {children}
    </p>
  )
}
