import { DurableObject } from 'cloudflare:workers'
import { makeKeys } from './keys.ts'
import { Meta } from './meta.ts'
import { migrate, schemaVersion } from './schema.ts'
import { type Sql, sqlOf } from './sql.ts'
import { type Tenant, tenantOf } from './tenant.ts'

const HOUR = 3600_000
const SOON = 1000

/** A bureau's database, and the one way to change it. */
export interface Room {
  /** Null where no bureau was made: nothing is written for a name that somebody guessed. */
  readonly tenant: Tenant | null
  /** Makes the bureau. Run inside {@link transaction}. */
  found(id: string, name: string, origin: string): Tenant
  /** Runs `work` in one transaction: all of it, or nothing when it throws. `work` awaits nothing. */
  transaction<T>(work: () => T): T
}

/** 一个单位一个 Durable Object: one writer, its own SQLite, nothing shared with another bureau. `serve` is given by the composition root. */
export abstract class BureauObject<Env> extends DurableObject<Env> implements Room {
  readonly #sql: Sql
  #tenant: Tenant | null = null

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#sql = sqlOf(ctx.storage.sql)
    if (schemaVersion(this.#sql) === 0) return
    ctx.storage.transactionSync(() => migrate(this.#sql))
    this.#tenant = tenantOf(this.#sql)
  }

  get tenant(): Tenant | null {
    return this.#tenant
  }

  found(id: string, name: string, origin: string): Tenant {
    migrate(this.#sql)
    const meta = new Meta(this.#sql)
    meta.set('id', id)
    meta.set('name', name)
    makeKeys(meta, origin)
    return tenantOf(this.#sql)
  }

  transaction<T>(work: () => T): T {
    const answer = this.ctx.storage.transactionSync(work)
    if (this.#tenant === null && schemaVersion(this.#sql) > 0) {
      this.#tenant = tenantOf(this.#sql)
      void this.ctx.storage.setAlarm(Date.now() + HOUR)
    }
    return answer
  }

  /** What falls due: approvals that lapse, texts whose time to be erased has come. Answers whether some of it is left for the next. */
  protected abstract sweep(tenant: Tenant, now: Date): boolean

  /** Every hour, by the object's own alarm: nothing outside has to know which bureaus there are. A sweep that fails is tried again. */
  override async alarm(): Promise<void> {
    const tenant = this.#tenant
    if (!tenant) return
    const more = this.transaction(() => this.sweep(tenant, new Date()))
    await this.ctx.storage.setAlarm(Date.now() + (more ? SOON : HOUR))
  }

  abstract override fetch(request: Request): Promise<Response>
}
