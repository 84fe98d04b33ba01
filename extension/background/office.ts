import type { Profile } from '#shared/ruleset/profile.ts'
import type { NetworkGate } from '../gate/network-gate.ts'
import { account } from '../platform/account.ts'
import { type Database, database as disk } from '../platform/database.ts'
import { paintBadge } from './badge.ts'
import { articleOf, type Checking, checking } from './checking.ts'
import { deliverTo } from './deliver.ts'
import { type Desks, desks as openDesks } from './desk.ts'
import { layOutHouse } from './house.ts'
import { interpretationLinks, mayReadOrigin } from './interpretation-links.ts'
import { type Learning, learning as openLearning } from './learning.ts'
import { type LocalProfiles, localProfiles } from './local-profiles.ts'
import { type Outbox, outbox as openOutbox } from './outbox.ts'
import { policy as openPolicy, type Policy } from './policy.ts'
import { publishing as openPublishing, type Publishing } from './publishing.ts'
import { releases } from './releases.ts'
import { createReviewDesk, type ReviewDesk } from './review-desk.ts'
import { rulesChanged } from './rounds.ts'
import { type RuleCache, ruleCache } from './rules.ts'
import { send } from './send.ts'
import { session as openSession, type Session } from './session.ts'
import { snapshots as openSnapshots, type Snapshots } from './snapshots.ts'
import { submissions as openSubmissions, type Submissions } from './submissions.ts'
import { vault as openVault } from './vault.ts'
import { type WorkerLink, workerLink } from './worker-link.ts'

/** Everything that the background holds, made once and handed to whoever needs it. */
export interface Office {
  database: Database
  session: Session
  link: WorkerLink
  rules: RuleCache
  policy: Policy
  desks: Desks
  checking: Checking
  submissions: Submissions
  snapshots: Snapshots
  outbox: Outbox
  publishing: Publishing
  reviewDesk: ReviewDesk
  locals: LocalProfiles
  learning: Learning
  /** Every profile in use, in the order in which they win: the bureau's, then what was learnt here. */
  profiles(): Promise<readonly Profile[]>
  gate: () => NetworkGate
  layOut(): Promise<void>
}

/** `gate` is asked for at use: the network gate is made with this office's `publishing.sent`. */
export function openOffice(gate: () => NetworkGate, builtIn: readonly Profile[]): Office {
  const database = disk
  const vault = openVault(database)
  const session = openSession(database, send)
  const link: WorkerLink = workerLink(session, send, () => void reachChanged())
  const rules = ruleCache(database, vault, link, builtIn)
  const policy = openPolicy(link)
  const desks = openDesks(paintBadge)
  const submissions = openSubmissions(database, vault, link)
  const snapshots = openSnapshots(database, vault)
  const person = async (): Promise<string | null> => (await account.get())?.member.id ?? null
  const outbox = openOutbox(database, vault, deliverTo(link, submissions), person)
  const links = interpretationLinks({ fetch: (url, init) => fetch(url, init), mayRead: mayReadOrigin, now: Date.now })
  const watch = checking({ desks, rules, policy, submissions, link, links })
  const publishing = openPublishing({
    desks,
    checking: watch,
    releases: releases({ link, submissions, rules, policy, now: Date.now }),
    snapshots,
    outbox,
    gate,
    now: Date.now,
  })
  const layOut = (): Promise<void> => layOutHouse({ link, rules, outbox })

  /** The Worker came or went: what every open draft may do depends on it. */
  async function reachChanged(): Promise<void> {
    await layOut()
    for (const desk of desks.all()) await desks.inTurn(desk.tab, watch.judgeAgain)
  }

  const reviewDesk = createReviewDesk(link, rules, links, async (page) => {
    const desk = desks.all().find((one) => articleOf(one) === page && one.view.page === 'ready')
    if (desk === undefined) return null
    await watch.settle(desk.tab)
    return (await desks.inTurn(desk.tab, watch.reread)).draft
  })

  const locals = localProfiles(database, vault)
  const profiles = async (): Promise<readonly Profile[]> => {
    const above = (await rules.current()).profiles
    return [...above, ...(await locals.inUse(above))]
  }
  const learning = openLearning({
    gate,
    locals,
    snapshots,
    above: async () => (await rules.current()).profiles,
    changed: () => rulesChanged(office),
  })

  const office: Office = {
    database,
    session,
    link,
    rules,
    policy,
    desks,
    checking: watch,
    submissions,
    snapshots,
    outbox,
    publishing,
    reviewDesk,
    locals,
    learning,
    profiles,
    gate,
    layOut,
  }
  return office
}
