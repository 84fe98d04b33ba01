import type { Copy, Pass, Reference } from './reference.ts'
import { APPROVAL_DAYS, type Step, type StepOf } from './step.ts'

/** What the Worker called the thing that a step made. */
export interface Made {
  readonly id: string
  readonly token?: string
  readonly review?: string
}

/** Does `step` in the reference. The kinds of ledger entries that it must have left, in no order. */
export function effect(reference: Reference, step: Step, made: Made | null): string[] {
  const { reviews, passes, signedOut } = reference
  switch (step.do) {
    case 'submit':
      return submit(reference, step, made!)
    case 'decide':
      return decide(reviews.get(step.review)!, step)
    case 'withdraw':
      end(reviews.get(step.review)!, 'withdrawn')
      return ['review.withdrawn']
    case 'release': {
      issue(passes, step, made!, 'approved')
      return ['release.issued']
    }
    case 'published':
      return published(reference, passes.get(step.pass)!, step)
    case 'emergency':
      return emergency(reference, step, made!)
    case 'retract-review':
      end(reviews.get(step.review)!, 'retracted')
      for (const pass of passes.values()) if (pass.review === step.review) pass.taken = true
      return ['release.retracted']
    case 'retract-release': {
      const pass = passes.get(step.pass)!
      const copy = reviews.get(pass.review)!
      if (['published', 'emergency', 'to-retract'].includes(copy.state)) end(copy, 'retracted')
      pass.taken = true
      return ['release.retracted']
    }
    case 'verify':
      passes.get(step.pass)!.used = true
      return ['release.issued']
    case 'comment':
      return ['review.commented']
    case 'revoke':
      signedOut.add(step.who)
      return ['token.revoked']
    case 'sign-in':
      signedOut.delete(step.who)
      return ['member.invited', 'token.issued']
    case 'rules':
      return rules(reference, made!)
    case 'expire': {
      const due = step.days > APPROVAL_DAYS ? approvals(reference) : []
      for (const copy of due) end(copy, 'expired')
      return due.map(() => 'review.expired')
    }
  }
}

function end(copy: Copy, state: string): void {
  copy.state = state
  copy.awaited = null
  copy.version += 1
}

const approvals = ({ reviews }: Reference) => [...reviews.values()].filter(({ state }) => state === 'approved')

function begin(reference: Reference, step: StepOf<'submit' | 'emergency'>, id: string, state: string): Copy {
  const levels = reference.levelsOf(step.channel)
  const { by, content, channel } = step
  const copy = { id, version: 1, state, levels, awaited: levels[0]!, by, authors: [by], content, channel, decided: [] }
  const whole = { ...copy, checked: state !== 'emergency' }
  reference.reviews.set(id, whole)
  return whole
}

function again(reference: Reference, copy: Copy, made: Made): void {
  if (made.review !== copy.id) throw new Error(`emergency: ${made.review} in place of ${copy.id}`)
  const levels = reference.levelsOf(copy.channel)
  Object.assign(copy, { state: 'emergency', levels, awaited: levels[0]!, decided: [], version: copy.version + 1 })
}

function submit(reference: Reference, step: StepOf<'submit'>, made: Made): string[] {
  const old = step.replaces === null ? undefined : reference.reviews.get(step.replaces)
  const copy = begin(reference, step, made.id, 'submitted')
  if (!old) return ['review.submitted']
  copy.authors = [...new Set([...old.authors, step.by])]
  if (!['submitted', 'approved', 'referred'].includes(old.state)) return ['review.submitted']
  end(old, 'void')
  return ['review.voided', 'review.submitted']
}

function decide(copy: Copy, step: StepOf<'decide'>): string[] {
  const { state, awaited, levels } = copy
  copy.version += 1
  copy.decided.push({ by: step.by, level: step.level })
  if (step.verdict !== 'approve') {
    const away = { return: 'returned', refuse: 'refused', refer: 'referred' }[step.verdict]
    copy.state = state === 'emergency' ? 'to-retract' : away
    // While 保密部门 is asked the round stands still.
    if (copy.state !== 'referred') copy.awaited = null
  } else if (state === 'referred') copy.state = 'submitted'
  else {
    copy.awaited = levels[levels.indexOf(awaited!) + 1] ?? null
    if (copy.awaited === null) copy.state = state === 'emergency' ? 'published' : 'approved'
  }
  return ['review.decided']
}

function issue(
  passes: Map<string, Pass>,
  { by, review, channel }: { by: string; review: string; channel: string },
  { id, token }: Made,
  kind: Pass['kind'],
): void {
  passes.set(id, { id, token: token!, by, review, channel, kind, out: false, taken: false, used: false })
}

function emergency(reference: Reference, step: StepOf<'emergency'>, made: Made): string[] {
  // The newest of the same draft by the same editor that still waits; its check goes with it.
  const same = [...reference.reviews.values()].findLast(
    ({ state, by, content, channel }) =>
      state === 'submitted' && by === step.by && content === step.content && channel === step.channel,
  )
  if (same) again(reference, same, made)
  else begin(reference, step, made.review!, 'emergency')
  issue(reference.passes, { ...step, review: made.review! }, made, 'emergency')
  return ['emergency.published']
}

function published(reference: Reference, pass: Pass, step: StepOf<'published'>): string[] {
  pass.out = true
  if (step.outcome === 'differs' || step.outcome === 'extra') return ['release.published', 'incident.recorded']
  const copy = reference.reviews.get(pass.review)!
  if (copy.state === 'approved') end(copy, 'published')
  return ['release.published']
}

function rules(reference: Reference, made: Made): string[] {
  reference.ruleset = made.id
  const reopened = approvals(reference)
  for (const copy of reopened) {
    Object.assign(copy, { state: 'submitted', awaited: copy.levels[0]!, decided: [], version: copy.version + 1 })
  }
  return ['ruleset.proposed', 'ruleset.published', ...reopened.map(() => 'review.reopened')]
}
