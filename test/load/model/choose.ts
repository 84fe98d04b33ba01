import { Level, Verdict } from '#shared/review/review.ts'
import { CAST } from './cast.ts'
import type { Copy, Reference } from './reference.ts'
import { APPROVAL_DAYS, CHANNELS, CONTENTS, type Step } from './step.ts'

type Random = (below: number) => number
const NAMES = Object.keys(CAST)
const CHANNEL_NAMES = Object.keys(CHANNELS)

/** How often each step is tried, of all. */
const WEIGHTS: readonly (readonly [Step['do'], number])[] = [
  ['submit', 16],
  ['decide', 36],
  ['withdraw', 5],
  ['release', 9],
  ['published', 7],
  ['emergency', 5],
  ['retract-review', 4],
  ['retract-release', 3],
  ['verify', 4],
  ['comment', 3],
  ['revoke', 3],
  ['sign-in', 5],
  ['rules', 1],
  ['expire', 1],
]

/** A step that may or may not be allowed: mostly aimed at what would be, with one thing or another wrong about it. */
export function choose(reference: Reference, random: Random): Step {
  const pick = <T>(items: readonly T[]): T => items[random(items.length)]!
  const mostly = <T>(right: T, wrong: () => T): T => (random(8) === 0 ? wrong() : right)
  const copies = [...reference.reviews.values()]
  // Old ones are rarely touched: what is open is among the newest.
  const copy: Copy | undefined = random(4) === 0 ? pick(copies) : copies.at(-1 - random(12))
  const review = copy?.id ?? 'none'
  const version = mostly(copy?.version ?? 1, () => (copy?.version ?? 1) + 1 - 2 * random(2) || 9)
  const content = mostly(copy?.content ?? 0, () => random(CONTENTS))
  const channel = mostly(copy?.channel ?? CHANNEL_NAMES[0]!, () => pick(CHANNEL_NAMES))
  const author = mostly(copy?.authors.at(-1) ?? 'editor', () => pick(NAMES))
  const pass = [...reference.passes.values()].at(-1 - random(8))
  const owner = mostly(pass?.by ?? 'editor', () => pick(NAMES))
  const out = pass ? { by: owner, pass: pass.id } : null
  const what = weighted(random)
  switch (what) {
    case 'submit': {
      const by = mostly(pick(['editor', 'named', 'both']), () => pick(NAMES))
      const fresh = { by, content: random(CONTENTS), channel: pick(CHANNEL_NAMES), replaces: null }
      return { do: what, ...fresh, ...(random(3) === 0 && copy ? { by: author, replaces: copy.id } : {}) }
    }
    case 'decide':
      return { do: what, review, version, content, ...decision(copy, reference, random) }
    case 'withdraw':
      return { do: what, by: author, review, version }
    case 'release':
      return { do: what, by: author, review, content, channel }
    case 'published':
      return out
        ? { do: what, ...out, outcome: pick(['match', 'match', 'unverifiable', 'differs', 'extra']) }
        : nothing(author, review)
    case 'retract-release':
      return out ? { do: what, ...out } : nothing(author, review)
    case 'verify':
      return out
        ? {
            do: what,
            ...out,
            by: mostly('cms', () => pick(NAMES)),
            channel: mostly(pass!.channel, () => pick(CHANNEL_NAMES)),
          }
        : nothing(author, review)
    case 'emergency':
      return {
        do: what,
        by: mostly('named', () => pick(NAMES)),
        content: random(CONTENTS),
        channel: pick(CHANNEL_NAMES),
      }
    case 'retract-review':
      return { do: what, by: mostly(author, () => pick(NAMES)), review, version }
    case 'comment':
      return { do: what, by: pick(NAMES), review }
    case 'revoke':
      return { do: what, who: pick(NAMES) }
    case 'sign-in':
      return { do: what, who: [...reference.signedOut][0] ?? pick(NAMES) }
    case 'expire':
      return { do: what, days: mostly(APPROVAL_DAYS + 1, () => APPROVAL_DAYS - 1) }
    default:
      return { do: what }
  }
}

function decision(copy: Copy | undefined, reference: Reference, random: Random) {
  const pick = <T>(items: readonly T[]): T => items[random(items.length)]!
  const mostly = <T>(right: T, wrong: () => T): T => (random(12) === 0 ? wrong() : right)
  const awaited = copy?.state === 'referred' ? 'confidentiality' : (copy?.awaited ?? 'first')
  const level = mostly(awaited, () => pick(Level.options))
  const able = NAMES.filter((name) => CAST[name]!.levels.includes(level))
  return {
    by: mostly(pick(able), () => pick(NAMES)),
    level,
    verdict: random(3) === 0 ? pick(Verdict.options) : ('approve' as const),
    gates: mostly(true, () => false),
    reason: random(3) > 0,
    ruleset: mostly(reference.ruleset, () => 'v0'),
    recheck: mostly('same' as const, () => pick(['other', 'none'] as const)),
  }
}

/** Where there is no pass yet, something harmless. */
function nothing(by: string, review: string): Step {
  return { do: 'comment', by, review }
}

function weighted(random: Random): Step['do'] {
  let at = random(WEIGHTS.reduce((sum, [, weight]) => sum + weight, 0))
  for (const [step, weight] of WEIGHTS) {
    if (at < weight) return step
    at -= weight
  }
  return 'submit'
}
