import { answering } from './http/answering.ts'
import { front } from './http/front.ts'
import { type Log, logToConsole, newRequestId } from './http/log.ts'
import type { BureauStub, Onward, Reply } from './http/onward.ts'
import { etags, handlers, replays } from './routes/index.ts'
import { sweepBureau } from './services/sweep-bureau.ts'
import { BureauObject } from './tenant/bureau-object.ts'
import type { Tenant } from './tenant/tenant.ts'

/** Bindings of wrangler.toml and of the self-hosted configuration. */
export interface Env {
  readonly BUREAU: DurableObjectNamespace<Bureau>
  /** Opens the operator's endpoints; `wrangler secret put OPERATOR_SECRET`. Absent: they are closed. */
  readonly OPERATOR_SECRET?: string
  /** `off` keeps the log still, for tests; anything else logs. */
  readonly LOG?: string
  /** Seconds from one sweep to the next; an hour where it is absent or no number. */
  readonly SWEEP_SECONDS?: string | null
}

const HOUR = 3600

/** A bureau: its database, and what it answers to the contract's rows. */
export class Bureau extends BureauObject<Env> {
  readonly #log = logOf(this.env)
  readonly #answer = answering(this, {
    handlers,
    replays,
    etags,
    operatorSecret: this.env.OPERATOR_SECRET ?? '',
    log: this.#log,
    now: () => new Date(),
  })

  protected override sweepEvery(): number {
    return 1000 * (Number(this.env.SWEEP_SECONDS) || HOUR)
  }

  protected override sweep(tenant: Tenant, now: Date): boolean {
    const { more, ...swept } = sweepBureau(tenant, now)
    this.#log({ event: 'sweep', requestId: newRequestId(), ...swept, more })
    return more
  }

  answer(asked: Onward): Reply {
    return this.#answer(asked)
  }

  isReady(): boolean {
    try {
      this.probe()
      return true
    } catch {
      return false
    }
  }
}

function logOf({ LOG }: Pick<Env, 'LOG'>): Log {
  return LOG === 'off' ? () => {} : logToConsole
}

const app = front('0.1.0')

/** Ids of bureaus by name: making one hashes. A name comes from a credential that nobody has looked at yet, so only so many are kept. */
const ids = new Map<string, DurableObjectId>()
const MOST_IDS = 1000

function idOf(tenant: string, { BUREAU }: Pick<Env, 'BUREAU'>): DurableObjectId {
  const known = ids.get(tenant)
  if (known) return known
  const id = BUREAU.idFromName(tenant)
  if (ids.size >= MOST_IDS) ids.clear()
  ids.set(tenant, id)
  return id
}

export default {
  async fetch(request, env): Promise<Response> {
    const bureau = (tenant: string): BureauStub => env.BUREAU.get(idOf(tenant, env))
    return await app.fetch(request, { bureau, operatorSecret: env.OPERATOR_SECRET ?? '', log: logOf(env) })
  },
} satisfies ExportedHandler<Env>
