import type { Onward, Reply } from '../../../worker/http/onward.ts'
import worker, { Bureau, type Env } from '../../../worker/index.ts'
import { CALLS_HEADER, COMMITS_HEADER, FAULT_HEADER, type Fault, failing, Injected, parseFault } from './fault.ts'
import { stateOf } from './state.ts'
import { type Watch, watchStorage } from './watch.ts'

/** Calls that leave the Worker in any other way than to a bureau's object. There must be none. */
let strays = 0
globalThis.fetch = async () => {
  strays += 1
  throw new Injected()
}

/** The bureau over a storage that fails where the request's `x-fault` says. */
class FaultyBureau extends Bureau {
  readonly #watch: Watch

  constructor(ctx: DurableObjectState, env: Env) {
    const watch = watchStorage(ctx.storage)
    super(ctx, env)
    this.#watch = watch
  }

  /** Answers as it would, over a storage that fails there; and says what it was asked for. */
  answerWith(fault: Fault | null, asked: Onward): { reply: Reply; calls: number; commits: number } {
    this.#watch.arm(fault)
    const reply = this.answer(asked)
    return { reply, calls: this.#watch.calls, commits: this.#watch.commits }
  }

  override async fetch(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url)
    if (pathname === '/fault/sweep') return Response.json({ more: this.#sweepAt(Number(searchParams.get('days'))) })
    if (pathname === '/fault/age')
      return Response.json({ aged: this.#age(searchParams.get('member') ?? '', Number(searchParams.get('hours'))) })
    return Response.json({ ...(await stateOf(this.#watch.exec)), strays })
  }

  /** Lets a member's sessions be so many hours older. */
  #age(member: string, hours: number): number {
    const ms = hours * 3600_000
    const query = 'UPDATE sessions SET seen = seen - ?, expires = expires - ? WHERE member = ? RETURNING hash'
    return this.ctx.storage.sql.exec(query, ms, ms, member).toArray().length
  }

  /** The hourly sweep as it will be so many days from now. */
  #sweepAt(days: number): boolean {
    return this.transaction(() => this.sweep(this.tenant!, new Date(Date.now() + days * 24 * 3600_000)))
  }
}

export { FaultyBureau as Bureau }

export default {
  async fetch(request, env) {
    const url = new URL(request.url)
    const BUREAU = env.BUREAU as unknown as DurableObjectNamespace<FaultyBureau>
    if (url.pathname.startsWith('/fault/'))
      return await BUREAU.get(BUREAU.idFromName(url.searchParams.get('bureau') ?? '')).fetch(request)
    const fault = parseFault(request.headers.get(FAULT_HEADER))
    let call = 0
    const counted: Record<string, string> = {}
    const faulty = {
      idFromName: (name: string) => BUREAU.idFromName(name),
      get: (id: DurableObjectId) => ({
        async answer(asked: Onward): Promise<Reply> {
          call += 1
          const here = { at: 'outgoing', call } as const
          if (fault?.when === 'before') failing(fault, here, () => {})
          const { reply, calls, commits } = await BUREAU.get(id).answerWith(fault, asked)
          failing(fault, here, () => {})
          Object.assign(counted, { [CALLS_HEADER]: `${calls}`, [COMMITS_HEADER]: `${commits}` })
          return reply
        },
        isReady: async () => await BUREAU.get(id).isReady(),
      }),
    }
    const said = await worker.fetch(request, { ...env, BUREAU: faulty as unknown as Env['BUREAU'] })
    const answer = new Response(said.body, said)
    for (const [name, value] of Object.entries(counted)) answer.headers.set(name, value)
    return answer
  },
} satisfies ExportedHandler<Env>
