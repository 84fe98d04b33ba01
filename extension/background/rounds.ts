import { profileFor } from '../adapters/profiles/profile-for.ts'
import { tellTab } from '../messages/wire.ts'
import { account } from '../platform/account.ts'
import { browser, ownUrl } from '../platform/browser.ts'
import { sentences } from '../platform/text/background.ts'
import { articleOf } from './checking.ts'
import type { Office } from './office.ts'
import { PAUSES } from './outbox.ts'
import { levelsOf } from './session.ts'

/** Ask the Worker for everything that may have changed, send what waits, and lay it out. Safe to call at any time; a failure leaves things as they were. */
export async function goRound(office: Office): Promise<void> {
  if ((await account.get()) !== null) {
    const rules = await office.rules.refresh()
    await office.policy.refresh()
    await refreshPerson(office)
    if (rules === 'changed') await rulesChanged(office)
    await office.outbox.drain(PAUSES)
    const moved = await office.submissions.refresh()
    for (const { review, page } of moved) {
      await tellState(review?.state ?? '')
      for (const desk of office.desks.all())
        if (articleOf(desk) === page) await office.desks.inTurn(desk.tab, office.checking.judgeAgain)
    }
  }
  await office.layOut()
}

/** Roles, levels and the emergency route can change while somebody is signed in. */
async function refreshPerson({ link }: Office): Promise<void> {
  const outcome = await link.call('session.read', {})
  const mine = await account.get()
  if (outcome.kind !== 'answer' || mine === null) return
  const { id, name, roles, emergency } = outcome.answer.member
  await account.set({ ...mine, member: { id, name, roles, levels: levelsOf(outcome.answer), emergency } })
}

/** Another rule set: the lock follows its profiles, and every open draft is checked again. */
export async function rulesChanged(office: Office): Promise<void> {
  await office.gate().lock(await office.profiles())
  await followProfiles(office)
  for (const desk of office.desks.all())
    if (desk.draft !== null) await office.desks.inTurn(desk.tab, (one) => office.checking.check(one, one.draft!))
}

/** Open pages whose profile was changed or withdrawn ask for theirs anew. No page is reloaded: a draft could be lost. */
async function followProfiles(office: Office): Promise<void> {
  const profiles = await office.profiles()
  for (const { tab, seat } of office.desks.all()) {
    if (seat.profile === null) continue
    const now = profileFor(seat.url, profiles)
    if (JSON.stringify(now) !== JSON.stringify(seat.profile)) await tellTab(tab, 'page.changed', {})
  }
}

/** A notification says that something was decided, never about what: the screen may be somebody else's. */
async function tellState(state: string): Promise<void> {
  const message = (sentences.notices as Readonly<Record<string, string>>)[state]
  if (message === undefined) return
  const iconUrl = ownUrl('/icons/128.png')
  await browser.notifications.create({ type: 'basic', iconUrl, title: '门下', message })
}
