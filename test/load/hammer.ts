import type { Receipt } from '#shared/api/contract/common.ts'
import { type Bureau, must, once, openBureau, type Person, type Site } from '../contract/actors.ts'
import { claimOf, draftOf } from '../contract/drafts.ts'
import { conclude, countArgument, inParallel, onWorker } from './stand.ts'
import { readLedger, receiptsUnder } from './whole-ledger.ts'

const WRITERS = 64
export const HAMMER_BAR = { unproved: 0, lost: 0, duplicated: 0, 'gaps, forks or crossed': 0 }

interface Side {
  bureau: Bureau
  editor: Person
  holds: (receipt: Receipt) => boolean
  /** Idempotency key → the entry that was acknowledged for it, each time. */
  acknowledged: Map<string, Set<number>>
}

/** So many appends by 64 writers to two bureaus, one in ten asked three times at once; then both ledgers read whole. */
export async function hammer(site: Site, appends: number): Promise<Record<string, number>> {
  const sides: Side[] = []
  for (let i = 0; i < 2; i++) {
    const bureau = await openBureau(site)
    const { key } = must(await bureau.admin.call('ledger.checkpoint', {}))
    sides.push({ bureau, editor: await bureau.add(['editor']), holds: receiptsUnder(key), acknowledged: new Map() })
  }
  const before = await Promise.all(sides.map(async ({ bureau }) => (await readLedger(bureau)).entries.length))
  const body = claimOf(draftOf(), false)
  let unproved = 0
  let done = 0
  const began = performance.now()
  await inParallel(appends, WRITERS, async (i) => {
    const side = sides[i % 2]!
    const idempotencyKey = once()
    // One in ten is asked three times at once, as a double click and a retry would.
    const times = i % 10 === 0 ? 3 : 1
    const asks = Array.from({ length: times }, () => side.editor.call('checks.record', { body, idempotencyKey }))
    const receipts = (await Promise.all(asks)).map((outcome): Receipt => must(outcome).receipt)
    if (!receipts.every(side.holds)) unproved += 1
    side.acknowledged.set(idempotencyKey, new Set(receipts.map(({ seq }) => seq)))
    done += 1
    if (done % 10_000 === 0)
      console.log(`${done} of ${appends}, ${Math.round((done * 1000) / (performance.now() - began))}/s`)
  })
  const figures = { appends, unproved, lost: 0, duplicated: 0, 'gaps, forks or crossed': 0 }
  for (const [i, side] of sides.entries()) {
    const { entries, faults } = await readLedger(side.bureau)
    const byKey = new Map(entries.map((entry) => [entry.idem, entry.seq]))
    for (const [key, seqs] of side.acknowledged) {
      if (seqs.size !== 1) figures.duplicated += 1
      if (!seqs.has(byKey.get(key) ?? -1)) figures.lost += 1
    }
    figures.duplicated += Math.abs(entries.length - before[i]! - side.acknowledged.size)
    figures['gaps, forks or crossed'] += faults
  }
  return figures
}

if (import.meta.main) {
  const appends = countArgument(0, 100_000)
  const figures = await onWorker((site) => hammer(site, appends))
  console.log(
    'bar: 0 lost, duplicated, forked, skipped or crossed; every acknowledgement proves its entry, its signature checked',
  )
  conclude('hammer', figures, HAMMER_BAR)
}
