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

/** What a step is about: mostly what fits together, with one thing or another wrong about it. */
function aim(reference: Reference, random: Random) {
  const pick = <T>(items: readonly T[]): T => items[random(items.length)]!
  const mostly = <T>(right: T, wrong: () => T): T => (random(8) === 0 ? wrong() : right)
  const copies = [...reference.reviews.values()]
  // Old ones are rarely touched: what is open is among the newest.
  const copy: Copy | undefined = random(4) === 0 ? pick(copies) : copies.at(-1 - random(12))
  const pass = [...reference.passes.values()].at(-1 - random(8))
  return {
    ...{ pick, mostly, copy, pass, review: copy?.id ?? 'none' },
    version: mostly(copy?.version ?? 1, () => (copy?.version ?? 1) + 1 - 2 * random(2) || 9),
    content: mostly(copy?.content ?? 0, () => random(CONTENTS)),
    channel: mostly(copy?.channel ?? CHANNEL_NAMES[0]!, () => pick(CHANNEL_NAMES)),
    author: mostly(copy?.authors.at(-1) ?? 'editor', () => pick(NAMES)),
    owner: mostly(pass?.by ?? 'editor', () => pick(NAMES)),
  }
}

/** A step that may or may not be allowed. */
export function choose(reference: Reference, random: Random): Step {
  const aimed = aim(reference, random)
  const { pick, mostly, copy, review, version, content, channel, author } = aimed
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
    case 'retract-release':
    case 'verify':
      return passStep(what, aimed)
    case 'emergency': {
      const by = mostly('named', () => pick(NAMES))
      return { do: what, by, content: random(CONTENTS), channel: pick(CHANNEL_NAMES) }
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

/** What is done with a pass; where there is none yet, something harmless. */
function passStep(what: 'published' | 'retract-release' | 'verify', aimed: ReturnType<typeof aim>): Step {
  const { pass, owner, author, review, mostly, pick } = aimed
  if (!pass) return { do: 'comment', by: author, review }
  const out = { by: owner, pass: pass.id }
  if (what === 'retract-release') return { do: what, ...out }
  if (what === 'published')
    return { do: what, ...out, outcome: pick(['match', 'match', 'unverifiable', 'differs', 'extra']) }
  const channel = mostly(pass.channel, () => pick(CHANNEL_NAMES))
  return { do: what, ...out, by: mostly('cms', () => pick(NAMES)), channel }
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

function weighted(random: Random): Step['do'] {
  let at = random(WEIGHTS.reduce((sum, [, weight]) => sum + weight, 0))
  for (const [step, weight] of WEIGHTS) {
    if (at < weight) return step
    at -= weight
  }
  return 'submit'
}
