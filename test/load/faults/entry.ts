import worker, { Bureau, type Env } from '../../../worker/index.ts'
import { CALLS_HEADER, COMMITS_HEADER, FAULT_HEADER, failing, Injected, parseFault } from './fault.ts'
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

  override async fetch(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url)
    if (pathname === '/fault/sweep') return Response.json({ more: this.#sweepAt(Number(searchParams.get('days'))) })
    if (pathname === '/fault/age')
      return Response.json({ aged: this.#age(searchParams.get('member') ?? '', Number(searchParams.get('hours'))) })
    if (pathname === '/fault/state') return Response.json({ ...(await stateOf(this.#watch.exec)), strays })
    this.#watch.arm(parseFault(request.headers.get(FAULT_HEADER)))
    const said = await super.fetch(request)
    const answer = new Response(said.body, said)
    answer.headers.set(CALLS_HEADER, `${this.#watch.calls}`)
    answer.headers.set(COMMITS_HEADER, `${this.#watch.commits}`)
    return answer
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
  fetch(request, env) {
    const url = new URL(request.url)
    const { BUREAU } = env
    if (url.pathname.startsWith('/fault/'))
      return BUREAU.get(BUREAU.idFromName(url.searchParams.get('bureau') ?? '')).fetch(request)
    const fault = parseFault(request.headers.get(FAULT_HEADER))
    let call = 0
    const faulty = {
      idFromName: (name: string) => BUREAU.idFromName(name),
      get: (id: DurableObjectId) => ({
        async fetch(onward: Request): Promise<Response> {
          call += 1
          const here = { at: 'outgoing', call } as const
          if (fault?.when === 'before') failing(fault, here, () => {})
          const answer = await BUREAU.get(id).fetch(onward)
          failing(fault, here, () => {})
          return answer
        },
      }),
    }
    return worker.fetch(request, { ...env, BUREAU: faulty as unknown as Env['BUREAU'] })
  },
} satisfies ExportedHandler<Env>
