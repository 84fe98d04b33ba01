import type { Canonical } from '../draft/block.ts'
import type { Draft } from '../draft/draft.ts'
import { ContentHasher } from '../draft/rehash.ts'
import { BodyReader } from '../draft/reread.ts'
import { BlockMemory } from './block-memory.ts'
import { type CheckRules, report } from './check.ts'
import type { CheckContext } from './context.ts'
import type { Report } from './finding.ts'
import type { Hit, NotJudged, Rule, RuleInput } from './rule.ts'
import { blocksView, lineView } from './text-view.ts'

const NO_BODY = blocksView('body', [])
const NO_TITLE = lineView('title', '')

/**
 * Checks a draft that is edited again and again: the report is what `check` says, byte for byte; for every rule that is `local` only the
 * blocks that changed are read again. One for a draft that stays open; it holds that draft's last reading.
 */
export class Rechecker {
  readonly #rules: CheckRules
  readonly #reader = new BodyReader()
  readonly #hasher = new ContentHasher()
  #memory = new BlockMemory()
  #context: CheckContext = {}

  constructor(rules: CheckRules) {
    this.#rules = rules
  }

  check(draft: Draft, context: CheckContext = {}): Report {
    if (!isSame(context, this.#context)) this.#memory = new BlockMemory()
    this.#context = context
    const canonical = this.#reader.read(draft.body, draft.site)
    const memory = this.#memory
    memory.open(canonical.blocks, restOf(draft, canonical))
    const run = (rule: Rule, input: RuleInput) => (rule.local ? askLocally(rule, input, memory) : rule.check(input))
    const made = report(draft, canonical, this.#rules, context, run, this.#hasher.hash(draft, canonical))
    // A rule that failed or could not judge is asked about everything again.
    if (memory.isUnsure) this.#memory = new BlockMemory()
    return made
  }
}

/** Asks a local rule about everything but the body where that changed, and about the blocks that it has not judged; the rest it has said before. */
function* askLocally(rule: Rule, input: RuleInput, memory: BlockMemory): Generator<Hit | NotJudged> {
  yield* memory.recallRest(rule, () =>
    rule.check({ ...input, body: NO_BODY, texts: input.texts.filter((view) => view !== input.body) }),
  )
  yield* memory.recall(rule, (body) =>
    rule.check({ ...input, draft: { ...input.draft, attachments: null }, title: NO_TITLE, body, texts: [body] }),
  )
}

/** What local rules read of a draft besides its blocks; null where an aside may move with the body. */
function restOf(draft: Draft, canonical: Canonical): string | null {
  const { title, documentNumber, department, source, attachments } = draft
  return canonical.asides.length > 0 ? null : JSON.stringify([title, documentNumber, department, source, attachments])
}

/** Whether nothing that a rule could be given besides the draft has changed. */
function isSame(now: CheckContext, before: CheckContext): boolean {
  const keys = new Set([...Object.keys(now), ...Object.keys(before)]) as Set<keyof CheckContext>
  return [...keys].every((key) => Object.is(now[key], before[key]))
}
