import { contract } from '#shared/api/contract.ts'
import { must, once, type Site } from '../../contract/actors.ts'
import { openDesk } from '../../contract/desk.ts'
import { decisionOn } from '../../contract/drafts.ts'
import { countArgument, inParallel, onDevWorker, onWorker } from '../stand.ts'
import { burst, type Question } from './burst.ts'
import { cpuOf } from './cpu.ts'
import { judge, KINDS, type Kind, type Seen, table } from './figures.ts'

/** `npm run bench:worker [-- rounds]`: rule fetch and decision beside a bare Hono hello, in one process and interleaved, at 1, 16 and 64 connections. */
const rounds = countArgument(0, 5)
const CONNECTIONS = [1, 16, 64] as const
/** Questions of one burst: enough that the kernel's clock, which counts in hundredths of a second, has something to count. */
const PLAIN = { hello: 6000, rules: 2000, decide: 200 } as const
const DEV = { hello: 600, rules: 600, decide: 200 } as const
type Counts = Readonly<Record<Kind, number>>
const STATUS = { hello: 200, rules: 304, decide: 201 } as const

/** The requests of one burst of each kind; every decision is on a review of its own, sent before the clock runs. */
async function prepare(site: Site, counts: Counts) {
  const { editor, reviewer, submit } = await openDesk(site)
  const known = must(await editor.call('rulesets.current', {}))
  const authorised = (token: string) => ({ authorization: `Bearer ${token}` })
  const decision = async (): Promise<Question> => {
    const { review, sent } = await submit()
    return {
      method: 'POST',
      path: contract['reviews.decide'].path.replace(':id', review.id),
      headers: { ...authorised(reviewer.token), 'content-type': 'application/json', 'idempotency-key': once() },
      body: JSON.stringify(decisionOn(sent, review.version)),
    }
  }
  const path = contract['rulesets.current'].path
  const headers = { ...authorised(editor.token), 'if-none-match': `"${known.version}-${known.digest}"` }
  return async (kind: Kind): Promise<Question[]> => {
    if (kind === 'hello') return Array(counts.hello).fill({ method: 'GET', path: '/hello', headers: {} })
    if (kind === 'rules') return Array(counts.rules).fill({ method: 'GET', path, headers })
    const made: Question[] = []
    await inParallel(counts.decide, 8, async () => void made.push(await decision()))
    return made
  }
}

async function measure(site: Site, processes: () => readonly number[], counts: Counts): Promise<Seen[]> {
  const questions = await prepare(site, counts)
  const seen: Seen[] = []
  for (let round = 0; round <= rounds; round++)
    for (const connections of CONNECTIONS)
      for (const kind of KINDS) {
        const asked = await questions(kind)
        const one = await burst(site.base, connections, asked, STATUS[kind], () => cpuOf(processes()))
        // Round 0 only warms the isolate.
        if (round > 0) seen.push({ connections, kind, burst: one })
      }
  return seen
}

const ENTRY = 'test/load/bench/entry.ts'
const plain = await onWorker((site, worker) => measure(site, () => worker.processes, PLAIN), ENTRY)
console.log(`plain workerd, where a hello costs next to nothing (not judged):\n${table(plain, CONNECTIONS)}\n`)
const dev = await onDevWorker((site, worker) => measure(site, () => worker.processes, DEV), ENTRY)
console.log(`wrangler dev (judged):\n${table(dev, CONNECTIONS)}`)
judge(dev, rounds)
