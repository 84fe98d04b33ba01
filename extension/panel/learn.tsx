import { useSignal } from '@preact/signals'
import type { VNode } from 'preact'
import type { LearnView } from '../messages/learning.ts'
import { browser } from '../platform/browser.ts'
import { words } from '../platform/text/common.ts'
import { learnText as text } from '../platform/text/learning.ts'
import { ask, asking, refusal } from '../platform/ui/asking.ts'
import { Banner } from '../platform/ui/banner.tsx'
import { Seal } from '../platform/ui/shape.tsx'
import { LearnParts } from './learn-parts.tsx'
import { LearnTrial } from './learn-trial.tsx'

interface Props {
  view: LearnView
  tab: number
}

/** 学习这个页面: instead of the desk, for as long as it lasts. */
export function Learn({ view, tab }: Props): VNode {
  return (
    <>
      <header class="head">
        <div class="row top">
          <Seal />
          <h1 class="learn-title">{text.heading}</h1>
        </div>
        <ol class="steps">
          {Object.entries(text.steps).map(([step, word]) => (
            <li key={step} aria-current={step === view.step ? 'step' : undefined}>
              {word}
            </li>
          ))}
        </ol>
      </header>
      <div class="scroll" aria-live="polite">
        {refusal.value !== null && (
          <Banner tone="stop" alert>
            {refusal.value}
          </Banner>
        )}
        <Step view={view} tab={tab} />
      </div>
      {view.step !== 'saved' && (
        <footer class="foot row spread">
          <Forward view={view} tab={tab} />
          <button type="button" onClick={() => ask('learning.cancel', { tab })}>
            {text.cancel}
          </button>
        </footer>
      )}
    </>
  )
}

function Step({ view, tab }: Props): VNode {
  switch (view.step) {
    case 'parts':
      return <LearnParts view={view} tab={tab} />
    case 'publish':
      return <Press title={text.pressPublish} note={text.pressPublishNote} />
    case 'save':
      return <Press title={text.pressSave} note={text.pressSaveNote} />
    case 'try':
      return <LearnTrial view={view} tab={tab} />
    default:
      return <Saved view={view} tab={tab} />
  }
}

function Forward({ view, tab }: Props): VNode | null {
  const busy = asking.value.has('learning.record')
  const lacking = (['title', 'body', 'publish'] as const).filter((part) => view.lesson.parts[part] === undefined)
  if (view.step === 'save')
    return (
      <button type="button" onClick={() => ask('learning.skipSave', { tab })}>
        {text.noSave}
      </button>
    )
  // Lost with its page: there is nothing to save, only to give up.
  if (view.step === 'try' && (view.profile === null || view.trial === null)) return null
  if (view.step === 'try')
    return (
      <button type="submit" form="learn-name" class="primary" disabled={asking.value.has('learning.save')}>
        {text.save}
      </button>
    )
  if (view.step !== 'parts') return null
  return (
    <span class="row">
      <button
        type="button"
        class="primary"
        disabled={busy || lacking.length > 0}
        onClick={() => ask('learning.record', { tab, what: 'publish' })}
      >
        {text.next}
      </button>
      {lacking.length > 0 && (
        <span class="small tone-review">{text.needMore(lacking.map((part) => text.parts[part]).join('、'))}</span>
      )}
    </span>
  )
}

function Press({ title, note }: { title: string; note: string }): VNode {
  return (
    <section class="part" aria-labelledby="press">
      <h2 id="press" class="learn-press">
        {title}
      </h2>
      <p>{note}</p>
      <Banner tone="note">{text.waiting}</Banner>
    </section>
  )
}

function Saved({ view, tab }: Props): VNode {
  return (
    <section class="stack">
      {view.problems.length === 0 && <Banner tone="ready">{text.saved}</Banner>}
      {view.problems.map((problem) => (
        <Banner tone="unread" key={problem}>
          {problem}
        </Banner>
      ))}
      <div class="row">
        <button type="button" class="primary" onClick={() => ask('learning.reload', { tab })}>
          {text.reload}
        </button>
        <button type="button" onClick={() => ask('learning.cancel', { tab })}>
          {text.close}
        </button>
      </div>
      <p class="soft small">{text.toAdmin}</p>
    </section>
  )
}

/** 适配失效: the same page can be learnt anew. */
export function Relearn({ tab }: { tab: number }): VNode {
  return (
    <div class="row">
      <button type="button" onClick={() => ask('learning.begin', { tab })}>
        {text.again}
      </button>
    </div>
  )
}

/** Where the browser lets nothing of ours in, not even the address is known: only the settings can ask for a site. */
export function NotAllowed(): VNode {
  return (
    <section class="part">
      <p class="soft small">{text.notAllowed}</p>
      <button type="button" onClick={() => browser.runtime.openOptionsPage()}>
        {words.openOptions}
      </button>
    </section>
  )
}

/** On a page that nobody knows: what learning is, and its one button. */
export function Invite({ tab, origin }: { tab: number; origin: string }): VNode {
  const pressed = useSignal(false)
  const begin = async (): Promise<void> => {
    pressed.value = true
    await ask('learning.begin', { tab })
    pressed.value = false
  }
  return (
    <section class="part">
      <p>{origin}</p>
      <p class="soft small">{text.inviteNote}</p>
      <button type="button" class="primary" disabled={pressed.value} onClick={begin}>
        {text.invite}
      </button>
    </section>
  )
}
