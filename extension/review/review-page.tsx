import type { VNode } from 'preact'
import { useEffect } from 'preact/hooks'
import type { ReviewDetail } from '#shared/api/contract/reviews.ts'
import type { ReviewReading } from '../messages/review.ts'
import { browser } from '../platform/browser.ts'
import { house } from '../platform/house.ts'
import { wordFor, words } from '../platform/text/common.ts'
import { reviewText as text } from '../platform/text/review.ts'
import { refusal } from '../platform/ui/asking.ts'
import { Attachments } from '../platform/ui/attachments.tsx'
import { Banner } from '../platform/ui/banner.tsx'
import { Coverage } from '../platform/ui/coverage.tsx'
import { Interpretation, Plan } from '../platform/ui/interpretation.tsx'
import { Line } from '../platform/ui/line.tsx'
import { Renew } from '../platform/ui/renew.tsx'
import { Seal, Shape } from '../platform/ui/shape.tsx'
import { decidingOf, notDeciding, readBy } from './decision.ts'
import { Confirming, startDeciding, Verdicts } from './decision-form.tsx'
import { DraftView } from './draft-view.tsx'
import { Findings } from './findings.tsx'
import { Due, Queue } from './queue.tsx'
import { Record } from './record.tsx'
import { links, loadQueue, open, opening, reading } from './store.ts'

/** 审核: the queue, the draft, the decision. */
export function ReviewPage(): VNode {
  const { person, expired } = house.value
  const ready = person !== null && !expired
  useEffect(() => {
    if (!ready) return
    void loadQueue()
    if (location.hash.length > 1) void open(location.hash.slice(1))
  }, [ready])
  return (
    <>
      <header class="bar row spread">
        <span class="row">
          <Seal />
          <h1>{text.title}</h1>
          {person !== null && (
            <span class="soft small">
              {person.bureau} · {wordFor(words.roles, person.role)} {person.name}
            </span>
          )}
        </span>
        <button type="button" onClick={() => loadQueue()}>
          {text.refresh}
        </button>
      </header>
      <div class="notices">
        {refusal.value !== null && (
          <Banner tone="stop" alert>
            {refusal.value}
          </Banner>
        )}
        {person === null ? <SignIn /> : <Renew house={house.value} />}
      </div>
      <div class="columns">
        <Queue />
        <Middle />
      </div>
    </>
  )
}

function SignIn(): VNode {
  return (
    <Banner tone="review">
      {text.signIn}
      <br />
      <button type="button" onClick={() => browser.runtime.openOptionsPage()}>
        {words.openOptions}
      </button>
    </Banner>
  )
}

function Middle(): VNode {
  if (reading.value === null) return <p class="soft empty">{opening.value === null ? text.pick : text.loading}</p>
  return <Opened key={`${reading.value.review.id}`} reading={reading.value} />
}

function Opened({ reading: current }: { reading: ReviewReading }): VNode {
  useEffect(startDeciding, [])
  const deciding = decidingOf(current)
  const { review } = current
  const awaited = notDeciding(review, house.value.person)
  return (
    <>
      <DraftView reading={current} />
      <aside class="side" aria-label={text.decision}>
        <Standing review={review} />
        <Findings deciding={deciding} by={readBy(current)} asking={awaited === null} />
        <WhatWasRead reading={current} />
        {awaited === null && <Confirming reading={current} deciding={deciding} />}
        <Record reading={current} />
        <Verdicts reading={current} deciding={deciding} why={awaited} />
      </aside>
    </>
  )
}

/** Where the review stands, and what the Worker's own check says of it. */
function Standing({ review }: { review: ReviewDetail }): VNode {
  const { agreement, state, level } = review
  const tone = agreement === 'agrees' ? 'ready' : agreement === 'differs' ? 'stop' : 'unread'
  return (
    <section class="part">
      <p class="small">
        <strong>{wordFor(words.states, state)}</strong>
        {level !== null && ` · ${wordFor(words.levels, level)}`}
      </p>
      <Line tone={tone}>{text.agreement[agreement]}</Line>
      {state === 'emergency' && (
        <Banner tone="stop">
          {text.emergencyOut} <Due id={review.id} />
        </Banner>
      )}
    </section>
  )
}

/** What was read and what was not, with the editor's confirmations; where nothing could be read here, what was said when it was sent. */
function WhatWasRead({ reading: { review, read } }: { reading: ReviewReading }): VNode {
  const seen = new Set(review.confirmed.map(({ what }) => what))
  const beside = (what: string): VNode => (
    <p class="small soft">{seen.has(what) ? text.confirmed : text.notConfirmed}</p>
  )
  if (read !== null)
    return (
      <>
        <Interpretation check={read.check} links={links.value} />
        <Attachments check={read.check} beside={beside} />
        <Coverage check={read.check} beside={beside} />
      </>
    )
  const unread = review.coverage.unread.filter(({ rule }) => rule === undefined)
  return (
    <>
      {review.interpretationPlan !== null && (
        <section class="part">
          <Plan plan={review.interpretationPlan} />
        </section>
      )}
      {unread.length > 0 && (
        <section class="part" aria-labelledby="not-read">
          <h2 id="not-read">{text.unread}</h2>
          <ul class="unread">
            {unread.map(({ what, why }) => (
              <li key={what + why}>
                <Shape tone="unread" />
                <div>
                  {what}
                  <span class="soft">：{why}</span>
                  {beside(what)}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
