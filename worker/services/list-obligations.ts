import type { Obligation, ObligationKind } from '#shared/api/contract/obligations.ts'
import type { Settings } from '#shared/api/contract/settings.ts'
import type { CivilDate } from '#shared/calendar/civil-date.ts'
import { type Calendar, calendarOf } from '#shared/calendar/working-days.ts'
import type { State } from '#shared/review/review.ts'
import type { Call } from '../http/call.ts'
import { shanghaiDay } from './shanghai-day.ts'
import { seesAll } from './view-review.ts'

/** The list holds at most so many. */
const MOST = 500

const OF_STATE = {
  submitted: 'review',
  referred: 'review',
  emergency: 'emergency-review',
  'to-retract': 'take-down',
} as const satisfies Partial<Record<State, ObligationKind>>

const LIMIT_OF: Readonly<Record<ObligationKind, keyof Settings['deadlines']>> = {
  review: 'review',
  'emergency-review': 'emergencyReview',
  'take-down': 'takeDown',
  interpretation: 'interpretation',
}

/** `promisedOn`: a day that somebody named, which holds where it is before the limit or the calendar does not know. */
type Owed = Omit<Obligation, 'dueOn' | 'overdue' | 'limit'> & { readonly promisedOn?: CivilDate }

/** What is owed, oldest first: computed from reviews and releases, so that it can never say other than they do. An editor's are those of their own drafts. */
export function listObligations(asked: { overdue: 'true' | 'false' }, call: Call) {
  const { deadlines } = call.tenant.settings.current().settings
  const today = shanghaiDay(call.now)
  const calendar = calendarOf(call.tenant.rulesets.yearsInForce)
  const owed = [...reviewsOwed(call), ...takeDowns(call), ...interpretations(call)].map((one) =>
    timed(one, deadlines, calendar, today),
  )
  const wanted = owed.filter(({ overdue }) => asked.overdue === 'false' || overdue !== 'no')
  const items = wanted.toSorted((a, b) => (a.since < b.since ? -1 : 1))
  return { items: items.slice(0, MOST), more: items.length > MOST }
}

function reviewsOwed(call: Call): Owed[] {
  const author = seesAll(call) ? null : call.caller.id
  return call.tenant.reviews.inStates(Object.keys(OF_STATE) as State[], MOST + 1, author).map((stored) => {
    const { id, state } = stored.review
    const kind = OF_STATE[state as keyof typeof OF_STATE]
    const { title, department } = stored.said
    const since = kind === 'take-down' ? stored.changedAt : stored.submittedAt
    return { kind, reviewId: id, releaseId: null, title, department, since }
  })
}

/** Pages that were sent otherwise than approved. One whose review says so itself is not owed twice. */
function takeDowns(call: Call): Owed[] {
  const { releases, reviews } = call.tenant
  const all = seesAll(call)
  return releases
    .incidents(MOST + 1)
    .filter(({ member }) => all || member === call.caller.id)
    .flatMap(({ release }) => {
      const stored = release.reviewId === null ? null : reviews.find(release.reviewId)
      if (stored?.review.state === 'to-retract') return []
      const { title = null, department = null } = stored?.said ?? {}
      const since = release.publishedAt ?? release.issuedAt
      return [
        { kind: 'take-down' as const, reviewId: release.reviewId, releaseId: release.id, title, department, since },
      ]
    })
}

function interpretations(call: Call): Owed[] {
  const author = seesAll(call) ? null : call.caller.id
  return call.tenant.reviews.uninterpreted(MOST + 1, author).map(({ review, said, changedAt }) => ({
    ...{ kind: 'interpretation', reviewId: review.id, releaseId: null, title: said.title },
    ...{ department: said.department, since: changedAt, promisedOn: said.interpretationPlan!.dueOn },
  }))
}

function timed(owed: Owed, deadlines: Settings['deadlines'], calendar: Calendar, today: CivilDate): Obligation {
  const { promisedOn, ...rest } = owed
  const limit = deadlines[LIMIT_OF[owed.kind]]
  const last = calendar.addWorkingDays(shanghaiDay(new Date(owed.since)), limit.workingDays)
  const due = promisedOn !== undefined && (last === 'unknown' || promisedOn < last) ? promisedOn : last
  if (due === 'unknown') return { ...rest, limit, dueOn: null, overdue: 'unknown' }
  return { ...rest, limit, dueOn: due, overdue: today > due ? 'yes' : 'no' }
}
