import { useSignal } from '@preact/signals'
import type { VNode } from 'preact'
import { useEffect } from 'preact/hooks'
import type { ReviewBlock, ReviewReading } from '../messages/review.ts'
import type { CheckView } from '../messages/view.ts'
import { reviewText as text } from '../platform/text/review.ts'
import { Banner } from '../platform/ui/banner.tsx'
import { toneOf } from '../platform/ui/shape.tsx'
import { type DiffBlock, diffBlocks } from './diff-blocks.ts'
import { open } from './store.ts'

/** The draft in the middle: as this reviewer's own extension read it, findings marked in the text and numbered in the margin. */
export function DraftView({ reading }: { reading: ReviewReading }): VNode {
  const changesOnly = useSignal(false)
  const { review, read, before } = reading
  return (
    <article class="draft" aria-labelledby="draft-title">
      <header>
        <h2 id="draft-title">{review.title}</h2>
        <p class="soft small">{factsOf(reading)}</p>
        <p class="soft small">{text.submittedBy(review.submittedBy.name, Date.parse(review.submittedAt))}</p>
      </header>
      {review.words !== null && (
        <Banner tone="note">
          <strong>{text.editorWords}</strong>
          <p style={{ whiteSpace: 'pre-wrap' }}>{review.words}</p>
        </Banner>
      )}
      {read === null ? (
        <NotRead reading={reading} />
      ) : (
        <>
          {!read.matches && (
            <Banner tone="stop" alert>
              {mismatchOf(read.check)}
              <div class="row">
                <button type="button" onClick={() => open(review.id)}>
                  {text.readAgain}
                </button>
              </div>
            </Banner>
          )}
          <div class="row spread draft-bar">
            <span class="soft small">{read.from === 'copy' ? text.fromCopy : text.fromPage}</span>
            <label class="tick">
              <input
                type="checkbox"
                disabled={before === null}
                checked={changesOnly.value}
                onChange={(event) => {
                  changesOnly.value = event.currentTarget.checked
                }}
              />
              <span>{text.onlyChanges}</span>
            </label>
          </div>
          {before === null && review.replaces === null && <p class="soft small">{text.noBefore}</p>}
          {changesOnly.value && before !== null ? (
            <Changes blocks={diffBlocks(before, read.blocks)} />
          ) : (
            <div class="text">
              {read.blocks.map((block, index) => (
                <Block key={index} block={block} />
              ))}
            </div>
          )}
        </>
      )}
    </article>
  )
}

/** Why what was read is not what was sent, as far as it can be told: a file that this reviewer cannot read has no hash here. */
function mismatchOf({ attachments }: CheckView): string {
  const files = attachments?.filter(({ sha256 }) => sha256 === null).map(({ name }) => `“${name}”`) ?? []
  return files.length === 0 ? text.mismatch : text.mismatchFiles(files.join('、'))
}

function factsOf({ review, read }: ReviewReading): string {
  const { documentNumber } = read?.check ?? { documentNumber: null }
  const facts = { documentNumber, channel: review.channel, department: review.department }
  return Object.entries(facts)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${text.fields[name as keyof typeof facts]} ${value}`)
    .join(' · ')
}

function NotRead({ reading: { review } }: { reading: ReviewReading }): VNode {
  const page = review.page
  // The reviewer opens the article in the CMS and comes back: by then her extension has read it.
  useEffect(() => {
    const again = (): void => void open(review.id)
    window.addEventListener('focus', again)
    return () => window.removeEventListener('focus', again)
  }, [review.id])
  return (
    <Banner tone="unread">
      {review.textErasedAt === null ? text.notRead : text.erased(Date.parse(review.textErasedAt))}
      <div class="row">
        {page !== null && /^https?:\/\//.test(page) && (
          <button type="button" onClick={() => window.open(page, '_blank', 'noreferrer')}>
            {text.openPage}
          </button>
        )}
        <button type="button" onClick={() => open(review.id)}>
          {text.readAgain}
        </button>
      </div>
    </Banner>
  )
}

function Block({ block }: { block: ReviewBlock }): VNode {
  const numbers = [...new Set(block.marks.map(({ finding }) => finding))]
  return (
    <div class={`block ${block.kind} ${block.hidden ? 'hidden-text' : ''}`}>
      <div>
        {block.hidden && <span class="tone-unread small">{text.hidden}：</span>}
        <Marked block={block} />
      </div>
      <div class="margin">
        {numbers.map((finding) => (
          <a key={finding} href={`#finding-${finding}`} onClick={(event) => jump(event, finding)}>
            {finding + 1}
          </a>
        ))}
      </div>
    </div>
  )
}

function jump(event: Event, finding: number): void {
  event.preventDefault()
  const card = document.getElementById(`finding-${finding}`)
  card?.scrollIntoView({ block: 'center' })
  card?.focus()
}

/** The text with its marks; where two overlap, the first keeps the place. */
function Marked({ block: { text: whole, marks } }: { block: ReviewBlock }): VNode {
  const parts: VNode[] = []
  let at = 0
  for (const { start, end, finding, severity } of marks.toSorted((left, right) => left.start - right.start)) {
    if (start < at) continue
    parts.push(<span key={`${at}t`}>{whole.slice(at, start)}</span>)
    parts.push(
      <mark key={`${start}m`} id={`mark-${finding}`} class={`tone-${toneOf(severity)}`}>
        {whole.slice(start, end)}
      </mark>,
    )
    at = end
  }
  return (
    <>
      {parts}
      {whole.slice(at)}
    </>
  )
}

function Changes({ blocks }: { blocks: DiffBlock[] }): VNode {
  if (blocks.every(({ kind }) => kind === 'same')) return <p class="soft">{text.noChanges}</p>
  return (
    <div class="text">
      {blocks.map(({ kind, words }, index) =>
        kind === 'same' ? null : (
          <p key={index} class={`change ${kind}`}>
            {words.map((word, place) =>
              word.kind === 'added' ? (
                <ins key={place}>{word.text}</ins>
              ) : word.kind === 'removed' ? (
                <del key={place}>{word.text}</del>
              ) : (
                <span key={place}>{word.text}</span>
              ),
            )}
          </p>
        ),
      )}
    </div>
  )
}
