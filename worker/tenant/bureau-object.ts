import { DurableObject } from 'cloudflare:workers'
import { makeKeys } from './keys.ts'
import { Meta } from './meta.ts'
import { migrate, schemaVersion } from './schema.ts'
import { type Sql, sqlOf } from './sql.ts'
import { type Tenant, tenantOf } from './tenant.ts'

const SOON = 1000

/** A bureau's database, and the one way to change it. */
export interface Room {
  /** Null where no bureau was made: nothing is written for a name that somebody guessed. */
  readonly tenant: Tenant | null
  /** Makes the bureau. Run inside {@link transaction}. */
  found(id: string, name: string, origin: string): Tenant
  /** Runs `work` in one transaction: all of it, or nothing when it throws. `work` awaits nothing. */
  transaction<T>(work: () => T): T
  /** Writes, reads and takes back: throws where the storage does not. Leaves nothing. */
  probe(): void
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
    // An alarm that failed too often is given up by the platform: whoever uses the bureau winds it up again.
    void ctx.blockConcurrencyWhile(async () => {
      if ((await ctx.storage.getAlarm()) === null) await this.#sweepIn(this.sweepEvery())
    })
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
    // Before as well: were the bureau made and this object failed right after, nobody could reach it until the object is made anew.
    this.#meet()
    const answer = this.ctx.storage.transactionSync(work)
    this.#meet()
    return answer
  }

  probe(): void {
    this.ctx.storage.transactionSync(() => {
      this.#sql.run('CREATE TABLE probe (at INTEGER)')
      this.#sql.run('INSERT INTO probe (at) VALUES (1)')
      if (!this.#sql.one('SELECT at FROM probe')) throw new Error('the storage does not give back what it took')
      this.#sql.run('DROP TABLE probe')
    })
  }

  /** Takes notice of a bureau that was made since this object was. */
  #meet(): void {
    if (this.#tenant !== null || schemaVersion(this.#sql) === 0) return
    this.#tenant = tenantOf(this.#sql)
    void this.#sweepIn(this.sweepEvery())
  }

  /** What falls due: approvals that lapse, texts whose time to be erased has come. Answers whether some of it is left for the next. */
  protected abstract sweep(tenant: Tenant, now: Date): boolean

  /** Time from one sweep to the next, ms. */
  protected abstract sweepEvery(): number

  async #sweepIn(ms: number): Promise<void> {
    await this.ctx.storage.setAlarm(Date.now() + ms)
  }

  /**
   * By the object's own alarm, in the cloud, under wrangler and self-hosted alike: nothing outside has to know which bureaus there are, and there is no
   * address that a stranger could call. The next one is set first, so that a sweep that throws does not end them.
   */
  override async alarm(): Promise<void> {
    const tenant = this.#tenant
    if (!tenant) return
    await this.#sweepIn(this.sweepEvery())
    const more = this.transaction(() => this.sweep(tenant, new Date()))
    if (more) await this.#sweepIn(SOON)
  }
}
