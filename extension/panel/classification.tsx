import { useSignal } from '@preact/signals'
import type { VNode } from 'preact'
import { useId } from 'preact/hooks'
import type { CheckView } from '../messages/view.ts'
import { wordFor, words } from '../platform/text/common.ts'
import { panelText as text } from '../platform/text/panel.ts'
import { ask } from '../platform/ui/asking.ts'
import { ReasonForm } from '../platform/ui/reason-form.tsx'

/** 稿件类型: what the draft was taken for and by which word, and the editor's right to object, with a reason that the reviewer reads. */
export function Classification({ check, tab }: { check: CheckView; tab: number }): VNode {
  const changing = useSignal(false)
  const kind = useSignal<string>(check.kind.is)
  const id = useId()
  const { is, sign, because } = check.kind
  const set = (chosen: string | null, reason: string) => ask('panel.classify', { tab, kind: chosen, reason })
  return (
    <section class="part" aria-labelledby="kind">
      <div class="row spread">
        <h2 id="kind">{text.kind}</h2>
        <span>
          {wordFor(words.kinds, is)}
          <span class="soft small"> {because === null ? text.kindSign(sign) : text.kindChosen}</span>
        </span>
      </div>
      {because !== null && <p class="quote small">{because}</p>}
      {changing.value ? (
        <>
          <label class="small" for={id}>
            {text.kindIs}
          </label>
          <select
            id={id}
            value={kind.value}
            onChange={(event) => {
              kind.value = event.currentTarget.value
            }}
          >
            {Object.entries(words.kinds).map(([code, word]) => (
              <option key={code} value={code}>
                {word}
              </option>
            ))}
          </select>
          <ReasonForm
            label={text.kindReason}
            home="kind-change"
            go={text.save}
            onCancel={() => {
              changing.value = false
            }}
            onGo={async (reason) => {
              if (await set(kind.value, reason)) changing.value = false
            }}
          />
        </>
      ) : (
        <div class="row">
          <button type="button" class="quiet" id="kind-change" onClick={() => (changing.value = true)}>
            {text.kindChange}
          </button>
          {because !== null && (
            <button type="button" class="quiet" onClick={() => set(null, '')}>
              {text.kindUndo}
            </button>
          )}
        </div>
      )}
    </section>
  )
}
