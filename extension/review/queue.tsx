import type { VNode } from 'preact'
import { useEffect } from 'preact/hooks'
import type { ReviewSummary } from '#shared/api/contract/reviews.ts'
import { wordFor, words } from '../platform/text/common.ts'
import { reviewText as text } from '../platform/text/review.ts'
import { Shape } from '../platform/ui/shape.tsx'
import { cursor, due, loadQueue, open, queue, reading, type Which, which } from './store.ts'

const QUEUES: readonly Which[] = ['mine', 'open', 'all']

/** The queue: who waits longest stands first. j and k move, Enter opens; nothing happens while somebody types. */
export function Queue(): VNode {
  useEffect(() => {
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <nav class="queue" aria-label={text.queues[which.value]}>
      <div class="tabs" role="tablist">
        {QUEUES.map((one) => (
          <button key={one} type="button" role="tab" aria-selected={which.value === one} onClick={() => loadQueue(one)}>
            {text.queues[one]}
          </button>
        ))}
      </div>
      {queue.value?.length === 0 && <p class="soft empty">{text.queueEmpty[which.value]}</p>}
      <ol>
        {queue.value?.map((item, index) => (
          <Row key={item.id} item={item} here={index === cursor.value} open_={reading.value?.review.id === item.id} />
        ))}
      </ol>
      <p class="soft small keys">{text.keys}</p>
    </nav>
  )
}

function Row({ item, here, open_ }: { item: ReviewSummary; here: boolean; open_: boolean }): VNode {
  const { counts, title, department, channel, state, level, submittedAt } = item
  const waits = state === 'submitted' || state === 'referred' || state === 'emergency'
  return (
    <li>
      <button
        type="button"
        class={`row-button ${here ? 'here' : ''} ${open_ ? 'open' : ''}`}
        aria-current={open_ ? 'true' : undefined}
        onClick={() => open(item.id)}
      >
        <span class="row-title">{title}</span>
        <span class="soft small row spread">
          <span>{[department, channel].filter(Boolean).join(' · ')}</span>
          <span class="marks">
            {counts.block > 0 && <Mark tone="stop" count={counts.block} word={words.severities.block} />}
            {counts.review > 0 && <Mark tone="review" count={counts.review} word={words.severities.review} />}
            {counts.unread > 0 && <Mark tone="unread" count={counts.unread} word={text.unread} />}
          </span>
        </span>
        <span class="soft small row spread">
          <span>
            {level === null ? '' : `${wordFor(words.levels, level)} · `}
            {wordFor(words.states, state)}
          </span>
          {waits && <span>{text.waited(Date.parse(submittedAt))}</span>}
        </span>
        {waits && <Due id={item.id} />}
      </button>
    </li>
  )
}

/** When it is due; only an emergency and what is late says so in the queue. */
export function Due({ id }: { id: string }): VNode | null {
  const owed = due.value[id]
  if (owed === undefined || (owed.kind !== 'emergency-review' && owed.overdue !== 'yes')) return null
  const late = owed.overdue === 'yes'
  return (
    <span class={`small tone-${late ? 'stop' : 'review'}`}>
      <Shape tone={late ? 'stop' : 'review'} size={11} /> {text.due(owed.kind, owed.dueOn, late)}
    </span>
  )
}

function Mark({ tone, count, word }: { tone: 'stop' | 'review' | 'unread'; count: number; word: string }): VNode {
  return (
    <span class={`tone-${tone}`} title={word}>
      <Shape tone={tone} size={11} />
      {count}
      <span class="sr">{word}</span>
    </span>
  )
}

function onKey(event: KeyboardEvent): void {
  const target = event.target as HTMLElement
  if (event.ctrlKey || event.metaKey || event.altKey || target.closest('input,textarea,select,[role=dialog]')) return
  const rows = queue.value ?? []
  if (event.key === 'j' || event.key === 'k') {
    cursor.value = Math.max(0, Math.min(rows.length - 1, cursor.value + (event.key === 'j' ? 1 : -1)))
    document.querySelectorAll<HTMLElement>('.row-button')[cursor.value]?.scrollIntoView({ block: 'nearest' })
    event.preventDefault()
  }
  const row = rows[cursor.value]
  if (event.key === 'Enter' && row !== undefined && !target.closest('button,a,summary')) void open(row.id)
}
