import { contract } from '#shared/api/contract.ts'
import { must, once } from '../../contract/actors.ts'
import { openDesk } from '../../contract/desk.ts'
import { decisionOn } from '../../contract/drafts.ts'
import { countArgument, inParallel, onWorker } from '../stand.ts'
import { type Burst, burst, type Question } from './burst.ts'
import { workerdCpu } from './cpu.ts'
import { judge, KINDS, type Kind, table } from './figures.ts'

/** `npm run bench:worker [-- rounds]`: rule fetch and decision beside a bare Hono hello, in one process and interleaved, at 1, 16 and 64 connections. */
const rounds = countArgument(0, 5)
const CONNECTIONS = [1, 16, 64] as const
const COUNT = { hello: 1200, rules: 1200, decide: 300 } as const
const STATUS = { hello: 200, rules: 304, decide: 201 } as const

await onWorker(
  async (site, worker) => {
    const { editor, reviewer, submit } = await openDesk(site)
    const known = must(await editor.call('rulesets.current', {}))
    const etag = `"${known.version}-${known.digest}"`
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
    const questions = async (kind: Kind): Promise<Question[]> => {
      if (kind === 'hello') return Array(COUNT.hello).fill({ method: 'GET', path: '/hello', headers: {} })
      if (kind === 'decide') {
        const made: Question[] = []
        await inParallel(COUNT.decide, 8, async () => void made.push(await decision()))
        return made
      }
      const headers = { ...authorised(editor.token), 'if-none-match': etag }
      return Array(COUNT.rules).fill({ method: 'GET', path: contract['rulesets.current'].path, headers })
    }
    const seen: { connections: number; kind: Kind; burst: Burst }[] = []
    for (let round = 0; round <= rounds; round++)
      for (const connections of CONNECTIONS)
        for (const kind of KINDS) {
          const asked = await questions(kind)
          const one = await burst(site.base, connections, asked, STATUS[kind], () => workerdCpu(worker.group))
          // Round 0 only warms the isolate.
          if (round > 0) seen.push({ connections, kind, burst: one })
        }
    console.log(table(seen, CONNECTIONS))
    judge(seen, rounds)
  },
  { main: 'test/load/bench/entry.ts' },
)
