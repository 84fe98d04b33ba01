import type { VNode } from 'preact'
import { type LearnView, type PagePart, pageParts, type Taught } from '../messages/learning.ts'
import { learnText as text } from '../platform/text/learning.ts'
import { ask } from '../platform/ui/asking.ts'
import { Banner } from '../platform/ui/banner.tsx'
import { Shape } from '../platform/ui/shape.tsx'

const needed: readonly PagePart[] = ['title', 'body', 'publish']

/** What was recognised of the form, part by part, and the way to point at what was not. */
export function LearnParts({ view, tab }: { view: LearnView; tab: number }): VNode {
  return (
    <>
      {view.picking === null ? (
        <p class="soft small">{text.partsNote}</p>
      ) : (
        <Banner tone="review" alert>
          {text.pointing(text.parts[view.picking])}
        </Banner>
      )}
      {view.problems.map((problem) => (
        <Banner tone="unread" alert key={problem}>
          {problem}
        </Banner>
      ))}
      <ul
        class="learn-parts"
        onKeyDown={(event) => {
          if (event.key === 'Escape' && view.picking !== null) void ask('learning.pick', { tab, part: null })
        }}
      >
        {pageParts.map((part) => (
          <Row key={part} part={part} taught={view.lesson.parts[part]} picking={view.picking === part} tab={tab} />
        ))}
      </ul>
    </>
  )
}

interface RowProps {
  part: PagePart
  taught: Taught | undefined
  picking: boolean
  tab: number
}

function Row({ part, taught, picking, tab }: RowProps): VNode {
  const word = text.parts[part]
  const required = needed.includes(part)
  const tone = taught === undefined ? (required ? 'review' : 'blank') : taught.fragile ? 'unread' : 'ready'
  return (
    <li class={picking ? 'picking' : ''}>
      <span class={`tone-${tone}`}>
        <Shape tone={tone} size={13} />
      </span>
      <span class="learn-shown">
        <strong>{word}</strong>
        {required && <span class="soft small"> {text.required}</span>}
        <br />
        <span class={taught === undefined ? 'soft small' : 'small'}>
          {taught === undefined ? text.missing : taught.shown.slice(0, 60) || text.empty}
        </span>
      </span>
      <span class="row">
        <button
          type="button"
          class="quiet"
          aria-pressed={picking}
          aria-label={`${taught === undefined ? text.point : text.pointAgain}：${word}`}
          onClick={() => ask('learning.pick', { tab, part: picking ? null : part })}
        >
          {taught === undefined ? text.point : text.pointAgain}
        </button>
        {taught !== undefined && !required && (
          <button
            type="button"
            class="quiet"
            aria-label={`${text.drop}：${word}`}
            onClick={() => ask('learning.drop', { tab, part })}
          >
            {text.drop}
          </button>
        )}
      </span>
    </li>
  )
}
