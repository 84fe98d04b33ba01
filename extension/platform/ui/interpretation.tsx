import type { ComponentChildren, VNode } from 'preact'
import type { InterpretationPlan } from '#shared/draft/interpretation-plan.ts'
import { type FormView, isInterpreted, type LinkView } from '../../messages/interpretation-view.ts'
import type { CheckView } from '../../messages/view.ts'
import { wordFor, words } from '../text/common.ts'
import { panelText as text } from '../text/panel.ts'
import { Line } from './line.tsx'
import { Shape } from './shape.tsx'

const FORM_TONES = { published: 'ready', draft: 'note', planned: 'note', missing: 'blank' } as const
const LINK_TONES = { names: 'ready', other: 'stop', silent: 'stop', unasked: 'unread' } as const

interface Props {
  check: CheckView
  /** By address; empty until somebody has looked. */
  links: Readonly<Record<string, LinkView>>
  /** What the editor may do here. */
  children?: ComponentChildren
}

/** 政策解读: the five forms with a word each, what is behind a public link, and the plan. Nothing for a kind that is not interpreted. */
export function Interpretation({ check, links, children }: Props): VNode | null {
  const { known, forms, plan } = check.interpretation
  if (!isInterpreted(check.kind.is) && forms.every(({ state }) => state === 'missing')) return null
  const asked = forms.filter(({ url }) => url !== null && links[url] !== undefined)
  return (
    <section class="part" aria-labelledby="interpretation">
      <h2 id="interpretation">{text.interpretation}</h2>
      {!known && <Line tone="unread">{text.interpretationUnknown}</Line>}
      {known && (
        <ul class="forms">
          {forms.map((one) => (
            <Form key={one.form} form={one} />
          ))}
        </ul>
      )}
      {asked.map(({ form, url }) => (
        <Behind key={form} form={form} link={links[url!]!} />
      ))}
      {plan !== null && <Plan plan={plan} />}
      {children}
    </section>
  )
}

function Form({ form: { form, state, title, dueOn } }: { form: FormView }): VNode {
  return (
    <li title={title}>
      <span>{wordFor(words.forms, form)}</span>
      <span class={`small tone-${FORM_TONES[state]} ${state === 'missing' ? 'soft' : ''}`}>
        <Shape tone={FORM_TONES[state]} size={11} /> {text.forms[state]}
      </span>
      {dueOn !== null && <span class="soft due">{text.due(dueOn)}</span>}
    </li>
  )
}

function Behind({ form, link: { state, why } }: { form: string; link: LinkView }): VNode {
  return (
    <Line tone={LINK_TONES[state]}>
      {text.links[state](wordFor(words.forms, form))}
      {why !== '' && <span class="soft">：{why}</span>}
    </Line>
  )
}

/** 解读方案 in one sentence. */
export function Plan({ plan }: { plan: InterpretationPlan }): VNode {
  return (
    <Line tone="note">
      {text.plan(wordFor(words.forms, plan.form), plan.dueOn)}
      <span class="soft">{text.planPeople(plan.responsibleDepartment, plan.leadInterpreter)}</span>
    </Line>
  )
}
