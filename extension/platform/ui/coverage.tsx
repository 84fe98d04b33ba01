import type { VNode } from 'preact'
import type { CheckView } from '../../messages/view.ts'
import { panelText as text } from '../text/panel.ts'
import { Shape } from './shape.tsx'

/** 检查了什么: what was read, and what was not. The two never look alike. What attachments hold stands with the attachments. */
export function Coverage({ check, beside }: { check: CheckView; beside: (what: string) => VNode | null }): VNode {
  const { read, unread } = check.coverage
  const ofFiles = new Set(check.attachments?.flatMap((file) => file.unread.map(({ what }) => what)))
  const fields = unread.filter(({ what, rule }) => rule === undefined && !ofFiles.has(what))
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
                {beside(what)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {ofFiles.size > 0 && (
        <p class="small tone-unread">
          <Shape tone="unread" size={12} /> {text.filesUnread(ofFiles.size)}
        </p>
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
