import type { Outcome } from '#shared/api/client.ts'
import type { EndpointKey } from '#shared/api/contract.ts'
import { must, once, openBureau, ownText, type Person, type Site } from '../contract/actors.ts'
import { claimOf, decisionOn, draftOf, submissionOf } from '../contract/drafts.ts'
import type { RunningWorker } from '../support/worker.ts'
import { injectFaults } from './faults/faults.ts'
import { conclude, countArgument, inParallel, onWorker } from './stand.ts'
import { readLedger } from './whole-ledger.ts'

const WRITERS = 8
const body = claimOf(draftOf(), false)

export const KILL_BAR = { lost: 0, duplicated: 0, 'ledger faults': 0, 'wrong races': 0 }
export const FAULT_BAR = { 'half writes': 0, 'written twice': 0, 'stray calls': 0 }

/** `kill -9` while eight write, so often, each time with every unanswered write asked again; then so many races of two reviewers. */
export async function killAndRace(site: Site, worker: RunningWorker, kills: number, races: number) {
  const bureau = await openBureau(site)
  const editor = await bureau.add(['editor'])
  const reviewers = [await bureau.add(['reviewer']), await bureau.add(['reviewer'])] as const
  const figures = {
    kills,
    races,
    acknowledged: 0,
    unanswered: 0,
    lost: 0,
    duplicated: 0,
    'ledger faults': 0,
    'wrong races': 0,
  }
  const acknowledged = new Map<string, number>()
  for (let round = 0; round < kills; round++) {
    const unanswered = await writeUntilKilled(editor, acknowledged, worker.kill)
    await worker.restart()
    figures.unanswered += unanswered.length
    for (const key of unanswered) acknowledged.set(key, await record(editor, key))
    if ((round + 1) % 10 === 0) console.log(`${round + 1} of ${kills} kills, ${acknowledged.size} acknowledged`)
  }
  const { entries, faults } = await readLedger(bureau)
  const counts = new Map<string, number>()
  for (const { idem } of entries) counts.set(idem, (counts.get(idem) ?? 0) + 1)
  for (const [key, seq] of acknowledged) {
    if (entries[seq]?.idem !== key) figures.lost += 1
    if (counts.get(key) !== 1) figures.duplicated += 1
  }
  figures.acknowledged = acknowledged.size
  figures['ledger faults'] = faults
  await inParallel(races, 4, async () => {
    if (!(await raceHasOneWinner(editor, reviewers))) figures['wrong races'] += 1
  })
  return figures
}

/** A fault at every storage call, commit and outgoing call of these writes; what went wrong is printed. */
export async function failEverywhere(site: Site, keys?: readonly EndpointKey[]) {
  const { wrong, onlyRefused, ...faults } = await injectFaults(site, keys)
  for (const sentence of wrong) console.log(`WRONG ${sentence}`)
  if (onlyRefused.length > 0) console.log(`only seen refused, see writes.ts: ${onlyRefused.join(', ')}`)
  return {
    ...{ 'write routes': faults.routes, 'faults injected': faults.faults, 'only seen refused': onlyRefused.length },
    ...{ 'half writes': faults.halves, 'written twice': faults.duplicates, 'stray calls': faults.strays },
  }
}

/** `npm run kill [-- kills races]` */
if (import.meta.main) {
  const [kills, races] = [countArgument(0, 200), countArgument(1, 1000)]
  const killed = await onWorker((site, worker) => killAndRace(site, worker, kills, races))
  const failed = await onWorker((site) => failEverywhere(site), 'test/load/faults/entry.ts')
  console.log(
    'bar: no acknowledged write lost, no duplicate after a retry, the ledger whole, one winner in each race and the loser told who;',
  )
  console.log(
    'after a fault at any storage call, commit or outgoing call all of a write or nothing, exactly one after the retry, and no call but to a bureau',
  )
  conclude('kill', { ...killed, ...failed }, { ...KILL_BAR, ...FAULT_BAR })
}

/** Writers at full speed, then `kill -9` after a random number of answers. The keys whose answer never came. */
async function writeUntilKilled(editor: Person, acknowledged: Map<string, number>, kill: () => Promise<void>) {
  const unanswered: string[] = []
  const killAt = 1 + Math.floor(Math.random() * 40)
  let answers = 0
  let dead = false
  const writer = async (): Promise<void> => {
    while (!dead) {
      const key = once()
      const outcome = await editor.call('checks.record', { body, idempotencyKey: key })
      if (outcome.kind === 'answer') {
        acknowledged.set(key, outcome.answer.receipt.seq)
        answers += 1
        if (answers === killAt) await kill().then(() => (dead = true))
      } else unanswered.push(key)
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, writer))
  return unanswered
}

async function record(editor: Person, idempotencyKey: string): Promise<number> {
  return must(await editor.call('checks.record', { body, idempotencyKey })).receipt.seq
}

async function raceHasOneWinner(editor: Person, reviewers: readonly [Person, Person]): Promise<boolean> {
  const sent = submissionOf(draftOf(ownText()), false)
  const { review } = must(await editor.call('reviews.submit', { body: sent, idempotencyKey: once() }))
  const decision = decisionOn(sent, review.version)
  const outcomes: Outcome<unknown>[] = await Promise.all(
    reviewers.map(({ call }) =>
      call('reviews.decide', { params: { id: review.id }, body: decision, idempotencyKey: once() }),
    ),
  )
  const told = outcomes.filter(
    (one) => one.kind === 'problem' && one.problem.code === 'stale-version' && one.problem.wonBy,
  )
  return outcomes.filter(({ kind }) => kind === 'answer').length === 1 && told.length === 1
}
