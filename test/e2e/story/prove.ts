import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReviewSummary } from '#shared/api/contract/reviews.ts'
import { eventually } from '../../support/eventually.ts'
import { must } from '../stage/member.ts'
import type { Stage } from '../stage/stage.ts'
import { flipOneBit, verify } from './verify.ts'

const out = join(import.meta.dirname, '../../../out/story')

/** The last review that was sent under this title. Rejects where there is none. */
export async function newestReview({ bureau }: Stage, title: string): Promise<ReviewSummary> {
  const { items } = must(await bureau.admin('reviews.list', { query: {} }))
  const mine = items.filter((one) => one.title === title).sort((a, b) => (a.submittedAt < b.submittedAt ? 1 : -1))
  if (mine[0] === undefined) throw new Error(`no review has the title ${title}`)
  return mine[0]
}

/** Finds the newest review of this title, checks its entries in the ledger, exports its evidence and proves it with `menxia verify`. */
export async function proveDecision(stage: Stage, title: string): Promise<string> {
  const { bureau } = stage
  // The public can read the page before the browser's record of it has arrived.
  const review = await eventually(
    () => newestReview(stage, title),
    ({ state }) => state === 'published',
  )
  if (review.state !== 'published') throw new Error(`the review is ${review.state}, not published`)
  const { agreement } = must(await bureau.admin('reviews.read', { params: { id: review.id } }))
  if (agreement !== 'agrees') throw new Error(`extension and Worker found different things: ${agreement}`)
  const { size } = must(await bureau.admin('ledger.checkpoint', {}))
  const from = Math.max(0, size - 1000)
  const { entries } = must(await bureau.admin('ledger.entries', { query: { from, to: size } }))
  const types = entries.filter((entry) => entry.contentHash === review.contentHash).map((entry) => String(entry.type))
  const evidence = must(await bureau.admin('reviews.evidence', { params: { id: review.id } }))
  await mkdir(out, { recursive: true })
  const file = join(out, `evidence-${review.id}.json`)
  await writeFile(file, JSON.stringify(evidence, null, 1))
  const good = await verify(file)
  if (good.code !== 0) throw new Error(`menxia verify refuses the evidence: ${good.said}`)
  const bad = await verify(await flipOneBit(file))
  if (bad.code === 0) throw new Error('menxia verify takes evidence with a flipped bit')
  return `台账 ${types.join('、')}；原件通过；改动一个比特后：${bad.said.split('\n')[0]}`
}
