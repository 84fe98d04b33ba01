import { contract, type EndpointKey } from '#shared/api/contract.ts'
import type { Endpoint } from '#shared/api/endpoint.ts'
import { mayCall } from '#shared/api/permissions.ts'
import { once, type Site } from '../../contract/actors.ts'
import { ask, type Parts, type Seen } from '../../contract/cell.ts'
import { type Device, signedIn } from '../../contract/device.ts'
import { type Inhabited, inhabit } from '../../contract/world.ts'
import { FAULT_HEADER, type Fault, formatFault } from './fault.ts'
import { sampleWish, wishes } from './writes.ts'

/** Every endpoint that may change something: those that say so, and those that are no GET. */
export const WRITES = (Object.keys(contract) as EndpointKey[]).filter((key) => contract[key].method !== 'GET')

/** Faults that were injected into the writes of the contract, and what came of them. */
export interface FaultFigures {
  routes: number
  faults: number
  /** The state was neither what it was before nor what it should be after. */
  halves: number
  /** A repeated request wrote a second time, or was answered otherwise than the first. */
  duplicates: number
  /** Calls that left the Worker, but to a bureau's object. */
  strays: number
  /** What went wrong, in words. */
  readonly wrong: string[]
  /** Endpoints that were only seen refused: they have no row in writes.ts, and their sample meets a state that does not allow it. */
  readonly onlyRefused: string[]
}

/** Most storage calls of one request that are believed. */
const MOST_CALLS = 1000

interface State {
  readonly digest: string
  readonly entries: number
  readonly strays: number
}

/** Fails each write of the contract at each of its storage calls, its commit and its way to the bureau, before and after, and repeats it. */
export async function injectFaults(site: Site, keys: readonly EndpointKey[] = WRITES): Promise<FaultFigures> {
  const figures: FaultFigures = {
    ...{ routes: keys.length, faults: 0, halves: 0, duplicates: 0, strays: 0 },
    ...{ wrong: [], onlyRefused: [] },
  }
  const here = await inhabit(site)
  for (const key of keys) {
    // Rule sets change what every decision is made by, so each of their writes gets a bureau of its own.
    const at = key.startsWith('rulesets.') ? await inhabit(site) : here
    await new Trial(site, key, at, figures).run()
  }
  return figures
}

class Trial {
  readonly #site: Site
  readonly #key: EndpointKey
  readonly #here: Inhabited
  readonly #figures: FaultFigures

  constructor(site: Site, key: EndpointKey, here: Inhabited, figures: FaultFigures) {
    this.#site = site
    this.#key = key
    this.#here = here
    this.#figures = figures
  }

  async run(): Promise<void> {
    const parts = await this.#prepare()
    const grown = await this.#atEveryStorageCall(parts)
    for (const when of ['before', 'after'] as const)
      for (const at of ['commit', 'outgoing'] as const) {
        if (this.#figures.onlyRefused.includes(this.#key)) continue
        await this.#once({ at, when, call: 1 }, await this.#prepare(), grown)
      }
  }

  /** Nothing of a write that failed on the way may be there; so the same request is good for the next fault, until none is left and it succeeds. */
  async #atEveryStorageCall(first: Parts): Promise<number> {
    let parts = first
    let before = await this.#state(parts)
    for (let call = 1; call <= MOST_CALLS; call++)
      for (const when of ['before', 'after'] as const) {
        const answer = await this.#ask(parts, { at: 'storage', when, call })
        const state = await this.#state(parts)
        if (answer.status < 500) return await this.#succeeded(parts, answer, before, state)
        this.#figures.faults += 1
        if (state.digest === before.digest) continue
        // A call after the commit: then all of it is there, and the same request finds it done.
        const again = await this.#ask(parts, null)
        const settled = again.status < 400 && (await this.#state(parts)).digest === state.digest
        if (!settled) this.#wrong('halves', `failed ${when} storage call ${call} and left something`)
        parts = await this.#prepare()
        before = await this.#state(parts)
      }
    throw new Error(`${this.#key} makes more than ${MOST_CALLS} storage calls`)
  }

  async #succeeded(parts: Parts, answer: Seen, before: State, after: State): Promise<number> {
    if (answer.status >= 400) {
      if (after.digest !== before.digest) this.#wrong('halves', `refused with ${answer.code} and left something`)
      this.#figures.onlyRefused.push(this.#key)
      return 0
    }
    await this.#repeat(parts, answer.text, after)
    return after.entries - before.entries
  }

  /** One fault at the commit or on the way: all of it or nothing, and the repeated request leaves exactly one. */
  async #once(fault: Fault, parts: Parts, grown: number): Promise<void> {
    const before = await this.#state(parts)
    const answer = await this.#ask(parts, fault)
    const left = (await this.#state(parts)).entries - before.entries
    this.#figures.faults += 1
    const name = formatFault(fault)
    if (answer.status < 500) this.#wrong('halves', `${name} was answered ${answer.status}`)
    if (left !== (fault.when === 'after' ? grown : 0)) this.#wrong('halves', `${name} left ${left} of ${grown} entries`)
    const again = await this.#ask(parts, null)
    const after = await this.#state(parts)
    if (this.#isWrite && (again.status >= 400 || after.entries - before.entries !== grown))
      this.#wrong(
        'duplicates',
        `${name}: the repeat was answered ${again.status}, ${after.entries - before.entries} entries`,
      )
    if (this.#isWrite) await this.#repeat(parts, again.text, after)
  }

  /** The same request once more: the same answer, and nothing new. */
  async #repeat(parts: Parts, said: string, before: State): Promise<void> {
    this.#figures.strays += before.strays
    if (!this.#isWrite) return
    const again = await this.#ask(parts, null)
    const after = await this.#state(parts)
    if (again.text !== said || after.digest !== before.digest) this.#wrong('duplicates', 'the repeat did something')
  }

  get #isWrite(): boolean {
    return (contract[this.#key] as Endpoint).write === true
  }

  async #prepare(): Promise<Parts> {
    const prepare = wishes[this.#key] as
      | ((here: Inhabited, device: () => Promise<Device>) => Promise<unknown>)
      | undefined
    const device = () => signedIn(this.#site, this.#here.bureau.admin)
    const wish = (await prepare?.(this.#here, device)) as { by: string | null; ask: object } | undefined
    const given = wish?.ask ?? sampleWish(this.#key, this.#here)
    const token = wish ? wish.by : this.#anybody()
    const headers = { 'idempotency-key': once() }
    const body =
      this.#key === 'bureaus.create'
        ? { body: { id: `t-${once().slice(0, 8)}`, name: '新局', admin: { name: '甲' } } }
        : {}
    return { ...given, ...body, token: token === 'operator' ? this.#site.operatorSecret : token, headers }
  }

  #anybody(): string | null {
    const { who } = contract[this.#key] as Endpoint
    if (who === 'public') return null
    if (who === 'operator') return 'operator'
    const roles = ['admin', 'editor', 'reviewer', 'cms', 'auditor', 'witness'] as const
    return this.#here.people[roles.find((role) => mayCall(who, [role])) ?? 'witness'].token
  }

  async #ask(parts: Parts, fault: Fault | null): Promise<Seen> {
    const headers = { ...parts.headers, ...(fault ? { [FAULT_HEADER]: formatFault(fault) } : {}) }
    return await ask(this.#site, this.#key, { ...parts, headers })
  }

  async #state(parts: Parts): Promise<State> {
    const made = this.#key === 'bureaus.create' ? (parts.body as { id: string }).id : this.#here.bureau.id
    const answer = await this.#site.send(`${this.#site.base}/fault/state?bureau=${made}`, {
      method: 'GET',
      headers: {},
    })
    return JSON.parse(await answer.text()) as State
  }

  #wrong(what: 'halves' | 'duplicates', sentence: string): void {
    this.#figures[what] += 1
    this.#figures.wrong.push(`${this.#key}: ${sentence}`)
  }
}
