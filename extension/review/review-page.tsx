import type { VNode } from 'preact'
import { useEffect } from 'preact/hooks'
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
import { Renew } from '../platform/ui/renew.tsx'
import { Seal, Shape } from '../platform/ui/shape.tsx'
import { blank, decidingOf, drafting, notDeciding } from './decision.ts'
import { DecisionForm } from './decision-form.tsx'
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
  useEffect(() => {
    drafting.value = blank
  }, [])
  const deciding = decidingOf(current)
  const { review, read } = current
  return (
    <>
      <DraftView reading={current} />
      <aside class="side">
        <section class="part decision">
          <p class="small">
            <strong>{wordFor(words.states, review.state)}</strong>
            {review.level !== null && ` · ${wordFor(words.levels, review.level)}`}
          </p>
          <p class={`small ${review.agreement === 'differs' ? 'tone-stop' : 'soft'}`}>
            <Shape
              tone={review.agreement === 'agrees' ? 'ready' : review.agreement === 'differs' ? 'stop' : 'unread'}
              size={12}
            />{' '}
            {text.agreement[review.agreement]}
          </p>
          {review.state === 'emergency' && (
            <Banner tone="stop">
              {text.emergencyOut}
              <Due id={review.id} />
            </Banner>
          )}
          <DecisionForm reading={current} deciding={deciding} />
        </section>
        <Findings deciding={deciding} asking={notDeciding(review, house.value.person) === null} />
        <Confirmed reading={current} />
        {read === null && review.interpretationPlan !== null && (
          <section class="part">
            <Plan plan={review.interpretationPlan} />
          </section>
        )}
        {read !== null && (
          <>
            <Interpretation check={read.check} links={links.value} />
            <Attachments check={read.check} confirming={null} />
            <Coverage check={read.check} confirming={null} />
          </>
        )}
        <Record reading={current} />
      </aside>
    </>
  )
}

/** What was not read when it was sent, and whether the editor looked at it by name. */
function Confirmed({ reading: { review } }: { reading: ReviewReading }): VNode | null {
  const unread = review.coverage.unread.filter(({ rule }) => rule === undefined)
  if (unread.length === 0) return null
  const seen = new Set(review.confirmed.map(({ what }) => what))
  return (
    <section class="part" aria-labelledby="not-read">
      <h2 id="not-read">{text.unread}</h2>
      <ul class="unread">
        {unread.map(({ what, why }) => (
          <li key={what}>
            <Shape tone="unread" />
            <span>
              {what}
              <span class="soft">：{why}</span>
              <br />
              <span class="small soft">{seen.has(what) ? text.confirmed : text.notConfirmed}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
