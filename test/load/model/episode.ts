import { must, once, type Person, type Site } from '../../contract/actors.ts'
import { choose } from './choose.ts'
import { effect } from './effects.ts'
import { type Copy, Reference } from './reference.ts'
import { type Done, Stage } from './stage.ts'
import type { Step } from './step.ts'

export interface EpisodeFigures {
  steps: number
  done: number
  refused: number
  repeated: number
  divergences: number
  /** States that reviews came to, and codes of refusals: what the run has seen at all. */
  readonly states: Set<string>
  readonly codes: Set<string>
}

/** One bureau, so many random steps, each compared with the reference: refusal code, ledger entries, and the reviews that it touched. */
export async function playEpisode(
  site: Site,
  steps: number,
  random: (below: number) => number,
): Promise<EpisodeFigures> {
  const stage = await Stage.open(site)
  const { admin } = stage.bureau
  const figures: EpisodeFigures = {
    ...{ steps: 0, done: 0, refused: 0, repeated: 0, divergences: 0 },
    ...{ states: new Set(), codes: new Set() },
  }
  const reference = new Reference()
  let size = must(await admin.call('ledger.checkpoint', {})).size
  let last: { step: Step; key: string; said: Done } | null = null
  const diverge = (step: Step, sentence: string) => {
    figures.divergences += 1
    console.log(`DIVERGENCE ${sentence}\n  ${JSON.stringify(step)}`)
  }
  for (let i = 0; i < steps && figures.divergences === 0; i++) {
    figures.steps += 1
    if (last && random(15) === 0 && !('by' in last.step && reference.signedOut.has(last.step.by))) {
      figures.repeated += 1
      const again = await stage.play(last.step, reference, last.key)
      if (JSON.stringify(again) !== JSON.stringify(last.said)) diverge(last.step, 'the repeat was answered otherwise')
      size = await compareEntries(admin, size, [], (sentence) => diverge(last!.step, sentence))
      continue
    }
    const step = choose(reference, random)
    const allowed = reference.refusals(step)
    const key = once()
    const before = new Map([...reference.reviews].map(([id, { version }]) => [id, version]))
    const said = await stage.play(step, reference, key)
    if (said.code === null ? allowed.length > 0 : !allowed.includes(said.code))
      diverge(step, `expected ${allowed.join(' or ') || 'it to be done'}, got ${said.code ?? 'done'}`)
    else {
      const entries = said.code === null ? effect(reference, step, said.made) : []
      size = await compareEntries(admin, size, entries, (sentence) => diverge(step, sentence))
      figures[said.code === null ? 'done' : 'refused'] += 1
      if (said.code === null && repeats(step)) last = { step, key, said }
    }
    const touched = [...reference.reviews.values()].filter(({ id, version }) => before.get(id) !== version)
    const looked = 'review' in step ? reference.reviews.get(step.review) : undefined
    for (const { state } of touched) figures.states.add(state)
    if (said.code !== null) figures.codes.add(said.code)
    for (const copy of new Set([...touched, ...(looked ? [looked] : [])]))
      await compareReview(admin, copy, (sentence) => diverge(step, sentence))
  }
  for (const copy of reference.reviews.values())
    await compareReview(admin, copy, (sentence) => diverge({ do: 'rules' }, `at the end: ${sentence}`))
  return figures
}

/** Steps that are one request under one idempotency key, and whose subject the repeat finds unchanged in the reference. */
function repeats(step: Step): boolean {
  return ['submit', 'decide', 'withdraw', 'release', 'comment', 'retract-review', 'verify'].includes(step.do)
}

async function compareEntries(
  admin: Person,
  from: number,
  kinds: readonly string[],
  diverge: (sentence: string) => void,
) {
  const { entries, size } = must(await admin.call('ledger.entries', { query: { from, to: from + 500 } }))
  const seen = entries.map(({ type }) => String(type)).sort()
  const wanted = [...kinds].sort()
  if (seen.join() !== wanted.join())
    diverge(`the ledger has ${seen.join() || 'nothing'}, not ${wanted.join() || 'nothing'}`)
  return size
}

async function compareReview(admin: Person, copy: Copy, diverge: (sentence: string) => void): Promise<void> {
  const { state, version, level } = must(await admin.call('reviews.read', { params: { id: copy.id } }))
  const awaited = copy.state === 'referred' ? 'confidentiality' : copy.awaited
  const seen = `${state} ${version} ${level}`
  const wanted = `${copy.state} ${copy.version} ${awaited}`
  if (seen !== wanted) diverge(`review ${copy.id} is ${seen}, not ${wanted}`)
}
