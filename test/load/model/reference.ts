import type { Level } from '#shared/review/review.ts'
import { CAST } from './cast.ts'
import { BLOCKED, CHANNELS, type Step, type StepOf } from './step.ts'

/**
 * What WORKER.md says of a review, written a second time and in another form than shared/review: plain conditions over plain records, no table. It
 * names every reason for which a step may be refused; where there is none the step must be done.
 */
export interface Copy {
  id: string
  version: number
  state: string
  awaited: Level | null
  levels: readonly Level[]
  /** Who sent it in. */
  by: string
  authors: string[]
  content: number
  channel: string
  /** Sent with a check; an emergency may come without. */
  checked: boolean
  decided: { by: string; level: Level }[]
}
export interface Pass {
  id: string
  token: string
  by: string
  review: string
  channel: string
  kind: 'approved' | 'emergency'
  out: boolean
  taken: boolean
  used: boolean
}

const OPEN = ['submitted', 'approved', 'referred']
const OUT = ['published', 'emergency', 'to-retract']
const DECIDABLE = ['submitted', 'referred', 'emergency']

export class Reference {
  readonly reviews = new Map<string, Copy>()
  readonly passes = new Map<string, Pass>()
  readonly signedOut = new Set<string>()
  ruleset = 'v0'

  /** Every code with which `step` may be refused; none: it must be done. */
  refusals(step: Step): string[] {
    if ('by' in step && this.signedOut.has(step.by)) return ['unauthenticated']
    switch (step.do) {
      case 'submit':
        return this.#submit(step)
      case 'decide':
        return this.#decide(step)
      case 'withdraw':
        return this.#withdraw(step)
      case 'release':
        return this.#release(step)
      case 'published':
        return this.#published(step)
      case 'emergency':
        return CAST[step.by]!.emergency ? [] : ['forbidden']
      case 'retract-review':
        return this.#retractReview(step)
      case 'retract-release':
        return this.#retractRelease(step)
      case 'verify':
        return this.#verify(step)
      case 'comment':
        return this.#role(step.by, 'editor', 'reviewer') ?? (this.#sees(step.by, step.review) ? [] : ['not-found'])
      default:
        return []
    }
  }

  #submit(step: StepOf<'submit'>): string[] {
    const kept = this.#role(step.by, 'editor')
    if (kept || step.replaces === null) return kept ?? []
    const old = this.reviews.get(step.replaces)
    if (!old?.authors.includes(step.by)) return ['not-found']
    const same = old.content === step.content && old.channel === step.channel
    return OPEN.includes(old.state) && same ? ['conflict'] : []
  }

  #decide(step: StepOf<'decide'>): string[] {
    const kept = this.#role(step.by, 'reviewer')
    const copy = this.reviews.get(step.review)
    if (kept || !copy) return kept ?? ['not-found']
    const { state } = copy
    const awaited = state === 'referred' ? 'confidentiality' : copy.awaited
    const approves = step.verdict === 'approve'
    const blocked = copy.content === BLOCKED && (copy.checked || step.recheck === 'same')
    const codes: string[] = []
    const when = (wrong: boolean, code: string) => wrong && codes.push(code)
    when(step.version !== copy.version, 'stale-version')
    when(!DECIDABLE.includes(state) || (state === 'referred' && step.verdict === 'refer'), 'wrong-state')
    when(copy.authors.includes(step.by), 'separation-of-duty')
    when(
      copy.decided.some(({ by, level }) => by === step.by && level !== step.level),
      'separation-of-duty',
    )
    when(step.level !== awaited || !CAST[step.by]!.levels.includes(step.level), 'forbidden')
    when(step.content !== copy.content, 'content-changed')
    when(!step.reason && (!approves || state === 'referred' || blocked), 'invalid-request')
    when(approves && state !== 'referred' && !step.gates, 'invalid-request')
    when(step.ruleset !== this.ruleset, 'ruleset-outdated')
    when(approves && step.recheck !== 'same', 'content-changed')
    return codes
  }

  #withdraw(step: StepOf<'withdraw'>): string[] {
    const kept = this.#role(step.by, 'editor')
    const copy = this.reviews.get(step.review)
    if (kept || !copy?.authors.includes(step.by)) return kept ?? ['not-found']
    const stale = step.version === copy.version ? [] : ['stale-version']
    return ['submitted', 'approved'].includes(copy.state) ? stale : [...stale, 'wrong-state']
  }

  #release(step: StepOf<'release'>): string[] {
    const kept = this.#role(step.by, 'editor')
    const copy = this.reviews.get(step.review)
    if (kept || !copy?.authors.includes(step.by)) return kept ?? ['not-found']
    if (copy.state === 'expired') return ['approval-expired']
    const other = step.content !== copy.content || step.channel !== copy.channel
    return [...(copy.state === 'approved' ? [] : ['not-approved']), ...(other ? ['content-changed'] : [])]
  }

  #published(step: StepOf<'published'>): string[] {
    const kept = this.#role(step.by, 'editor')
    const pass = this.passes.get(step.pass)
    if (kept || pass?.by !== step.by) return kept ?? ['not-found']
    return pass.out || pass.taken ? ['wrong-state'] : []
  }

  #retractReview(step: StepOf<'retract-review'>): string[] {
    const kept = this.#role(step.by, 'editor', 'reviewer', 'admin')
    const copy = this.reviews.get(step.review)
    if (kept || !copy || !this.#sees(step.by, step.review)) return kept ?? ['not-found']
    const stale = step.version === copy.version ? [] : ['stale-version']
    return OUT.includes(copy.state) ? stale : [...stale, 'wrong-state']
  }

  #retractRelease(step: StepOf<'retract-release'>): string[] {
    const kept = this.#role(step.by, 'editor', 'reviewer', 'admin')
    const pass = this.passes.get(step.pass)
    if (kept || !pass || !(this.#seesAll(step.by) || pass.by === step.by)) return kept ?? ['not-found']
    return pass.taken || !(pass.out || pass.kind === 'emergency') ? ['wrong-state'] : []
  }

  #verify(step: StepOf<'verify'>): string[] {
    const kept = this.#role(step.by, 'cms')
    const pass = this.passes.get(step.pass)
    if (kept || !pass) return kept ?? ['pass-invalid']
    const ended = !['approved', 'published'].includes(this.reviews.get(pass.review)!.state)
    const invalid = step.channel !== pass.channel || pass.taken || (pass.kind === 'approved' && ended)
    return [...(invalid ? ['pass-invalid'] : []), ...(pass.used ? ['pass-used'] : [])]
  }

  #role(by: string, ...roles: readonly string[]): string[] | null {
    return CAST[by]!.roles.some((role) => roles.includes(role)) ? null : ['forbidden']
  }

  #sees(by: string, review: string): boolean {
    const copy = this.reviews.get(review)
    return copy !== undefined && (this.#seesAll(by) || copy.authors.includes(by))
  }

  #seesAll(by: string): boolean {
    return CAST[by]!.roles.some((role) => role === 'reviewer' || role === 'auditor')
  }

  levelsOf(channel: string): readonly Level[] {
    return CHANNELS[channel]!
  }
}
