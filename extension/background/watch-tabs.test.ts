import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { Profile } from '#shared/ruleset/profile.ts'
import { demoProfiles } from '../adapters/profiles/demo.ts'
import { answerPage } from './answer-page.ts'
import { desks as openDesks } from './desk.ts'
import type { Office } from './office.ts'
import { watchTabs } from './watch-tabs.ts'

const TAB = 7
const ORIGIN = 'http://localhost:4180'
const EDIT = `${ORIGIN}/admin/edit?editor=textarea&id=1`
const PUBLISHED = `${ORIGIN}/notices/1`
const published = { state: 'match', emergency: false, contentHash: 'h', at: 1, url: PUBLISHED, sentence: null } as const

/** A desk whose article was just published, in a browser in which no page listens. */
async function afterPublish() {
  const desks = openDesks(() => {})
  let release = (): void => {}
  const read = new Promise<void>((resolve) => {
    release = resolve
  })
  const office = {
    desks,
    profiles: async (): Promise<readonly Profile[]> => {
      await read
      return demoProfiles(ORIGIN)
    },
    learning: { cancel: async () => {} },
  } as unknown as Office
  watchTabs(office)
  const answers = answerPage(office)
  const desk = await desks.of(TAB)
  const profile = demoProfiles(ORIGIN).find(({ id }) => id === 'demo-textarea')!
  await desks.write(desk, { page: 'ready', origin: ORIGIN, release: published }, { url: EDIT, profile })
  return {
    desk,
    connect: (url: string) => answers['page.connect']({ url }, { tab: TAB, frame: 0, url }),
    complete: (url?: string) => fakeBrowser.tabs.onUpdated.trigger(TAB, { status: 'complete' }, { url } as never),
    profilesAreRead: release,
    settled: () => desks.inTurn(TAB, async () => {}),
  }
}

beforeEach(() => {
  fakeBrowser.reset()
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockRejectedValue(new Error('no page listens'))
})

test.each([PUBLISHED, undefined])(
  '已发布 stays where the next page is complete before its script is answered',
  async (url) => {
    const { desk, connect, complete, profilesAreRead, settled } = await afterPublish()
    const answered = connect(PUBLISHED)
    await complete(url)
    profilesAreRead()
    await answered
    await settled()
    expect(desk.view).toMatchObject({ page: 'unknown', release: { state: 'match' } })
  },
)

test('a page that told of itself and does not listen yet is not taken for one that went elsewhere', async () => {
  const { desk, connect, complete, profilesAreRead, settled } = await afterPublish()
  profilesAreRead()
  await connect(EDIT)
  await complete(EDIT)
  await settled()
  expect(desk.view).toMatchObject({ page: 'ready', lock: 'locked', release: { state: 'match' } })
})

test('of a page without our script nothing is said', async () => {
  const { desk, complete, settled } = await afterPublish()
  await complete()
  await settled()
  expect(desk.view).toMatchObject({ page: 'unknown', origin: null, lock: null })
})
