import { useSignal } from '@preact/signals'
import type { VNode } from 'preact'
import { fieldParts, type LearnView, type Recorded } from '../messages/learning.ts'
import { thousands } from '../platform/text/common.ts'
import { learnText as text } from '../platform/text/learning.ts'
import { ask } from '../platform/ui/asking.ts'
import { Banner } from '../platform/ui/banner.tsx'
import { Field } from '../platform/ui/field.tsx'

/** 试一试: what the finished profile reads on this page, what it holds, and what will not work. */
export function LearnTrial({ view, tab }: { view: LearnView; tab: number }): VNode {
  const name = useSignal(view.profile?.name ?? view.lesson.heading)
  const { profile, trial } = view
  if (profile === null || trial === null) return <Banner tone="stop">{text.lost}</Banner>
  const again = () => ask('learning.record', { tab, what: 'publish' })
  return (
    <>
      <section class="part" aria-labelledby="trial">
        <h2 id="trial">{text.trying}</h2>
        <dl class="learn-read">
          {rowsOf(view).map(([what, value]) => (
            <div key={what}>
              <dt class="soft small">{what}</dt>
              <dd>{value || <span class="soft">{text.empty}</span>}</dd>
            </div>
          ))}
        </dl>
        <p class="small">{profile.publish.lock === 'locked' ? text.locked : text.guardOnly}</p>
        <button type="button" class="quiet" onClick={again}>
          {text.recordAgain}
        </button>
      </section>
      {view.problems.length > 0 && (
        <section class="part" aria-labelledby="problems">
          <h2 id="problems">{text.problems}</h2>
          {view.problems.map((problem) => (
            <Banner tone="unread" key={problem}>
              {problem}
            </Banner>
          ))}
        </section>
      )}
      <form
        class="part"
        id="learn-name"
        onSubmit={(event) => {
          event.preventDefault()
          void ask('learning.save', { tab, name: name.value })
        }}
      >
        <Field label={text.name} name="profile-name" value={name} />
      </form>
    </>
  )
}

function rowsOf({ lesson, profile, trial, publish, save }: LearnView): [string, string][] {
  if (trial === null || profile === null) return []
  const { draft } = trial
  const fields = fieldParts
    .filter((part) => lesson.parts[part] !== undefined)
    .map((part): [string, string] => [
      text.parts[part],
      part === 'disclosureClass' ? wordOf(lesson, trial) : (draft[part] ?? ''),
    ])
  const files = draft.attachments?.map((one) => one.name).join('、')
  return [
    ...fields,
    [text.editor, text.editors[profile.body.surface as keyof typeof text.editors] ?? profile.body.surface],
    [text.characters, thousands(charactersOf(draft.body.source))],
    [text.files, files ?? text.noFiles],
    [text.publishRequest, requestWords(publish)],
    [text.saveRequest, requestWords(save)],
  ]
}

function wordOf(lesson: LearnView['lesson'], { draft }: NonNullable<LearnView['trial']>): string {
  return draft.disclosureClass === null ? '' : (lesson.parts.disclosureClass?.shown ?? '')
}

/** Without tags and white space: what a person would count. */
function charactersOf(source: string): number {
  return source.replace(/<[^>]*>|&nbsp;|\s/g, '').length
}

function requestWords(request: Recorded | null): string {
  return request === null ? text.none : `${request.method} ${new URL(request.url).pathname}`
}
