import { type Client, createClient, type Outcome } from '#shared/api/client.ts'
import { canonicalText } from '#shared/ledger/canonical.ts'
import type { LedgerSource } from './ledger.ts'
import { Unreadable } from './unreadable.ts'

/** Entries asked for at once; the Worker gives no more. */
const PAGE = 1000

/** The ledger of a running Worker: the checkpoint of this moment and the entries under it, page by page. */
export async function openLive(worker: string, token: string): Promise<LedgerSource> {
  const client = createClient({ base: worker.replace(/\/+$/, ''), send: fetch, token: () => token })
  const { checkpoint, key, size } = answered(await client('ledger.checkpoint', {}))
  return { head: { checkpoint, key }, entries: pages(client, size) }
}

async function* pages(client: Client, size: number): AsyncGenerator<string> {
  for (let from = 0; from < size; ) {
    const to = Math.min(size, from + PAGE)
    const { entries } = answered(await client('ledger.entries', { query: { from, to } }))
    for (const entry of entries) yield canonicalText(entry)
    // Fewer than asked: the rest is missing, and the audit says so.
    if (entries.length === 0) return
    from += entries.length
  }
}

function answered<A>(outcome: Outcome<A>): A {
  if (outcome.kind === 'answer') return outcome.answer
  if (outcome.kind === 'problem')
    throw new Unreadable(`Worker 没有给出台账：${outcome.problem.detail.replace(/。$/, '')}`)
  if (outcome.kind === 'unreachable') throw new Unreadable(`连不上 Worker（${outcome.why}）：请核对地址和网络`)
  throw new Unreadable('Worker 没有给出台账：回答没有内容')
}
