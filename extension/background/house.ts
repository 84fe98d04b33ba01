import type { HouseView } from '../messages/view.ts'
import { emptyHouse } from '../messages/view.ts'
import { account, ticket } from '../platform/account.ts'
import { kept } from '../platform/kept.ts'
import { readManaged } from '../platform/managed.ts'
import type { Outbox } from './outbox.ts'
import type { RuleCache } from './rules.ts'
import type { WorkerLink } from './worker-link.ts'

const shown = kept<HouseView>('session', 'house', emptyHouse)

/** Lays out what every page of ours shows of the person, the Worker, the rules and what waits. */
export async function layOutHouse(parts: { link: WorkerLink; rules: RuleCache; outbox: Outbox }): Promise<void> {
  const [mine, held, rules, waiting, managed] = await Promise.all([
    account.get(),
    ticket.get(),
    parts.rules.current(),
    parts.outbox.waiting(),
    readManaged(),
  ])
  const { state, refusal } = parts.link.reach()
  const queued = waiting.filter((message) => message.state !== 'stuck')
  await shown.set({
    worker: mine?.worker ?? null,
    reach: mine === null ? 'never' : state,
    refusal,
    person: mine && {
      id: mine.member.id,
      name: mine.member.name,
      role: mine.member.roles[0] ?? '',
      bureau: mine.bureau.name,
      levels: mine.member.levels,
      emergency: mine.member.emergency,
    },
    expired: mine !== null && (held === null || (Date.parse(held.expiresAt) <= Date.now() && held.clock !== 'fast')),
    clock: held?.clock ?? null,
    needsPin: mine?.needsPin ?? false,
    ruleset: {
      version: rules.version,
      from: rules.from,
      fetchedAt: rules.fetchedAt,
      refused: parts.rules.refused(),
      years: rules.compiled.calendar.added,
    },
    waiting: queued.length,
    managed,
    oldestWaitingAt: queued[0]?.madeAt ?? null,
    stuck: waiting
      .filter((message) => message.state === 'stuck')
      .map(({ idem, problem }) => ({ idem, sentence: problem ?? '' })),
  })
}
