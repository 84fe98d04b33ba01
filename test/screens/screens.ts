import type { Page } from 'playwright-core'
import { panelText as text } from '../../extension/platform/text/panel.ts'
import { reviewText } from '../../extension/platform/text/review.ts'
import { NOW } from './desk.ts'
import { learnStates } from './learn-states.ts'
import { optionsScreens } from './options-screens.ts'
import { emergencyAnswers, otherAnswers, reviewAnswers, reviewer, unreadAnswers } from './review-states.ts'
import type { Screen } from './screen.ts'
import { type PanelState, panelStates, signedIn } from './states.ts'

type Act = (page: Page) => Promise<void>

const press =
  (name: string | RegExp): Act =>
  (page) =>
    page
      .getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
      .first()
      .click()
const fromMenu =
  (item: string): Act =>
  async (page) => {
    await page.locator(`summary[aria-label=${text.menu}]`).click()
    await press(item)(page)
  }

const kept = [
  { id: 's1', title: '关于印发《泉州市义务教育招生工作意见》的通知', keptAt: NOW - 3_600_000, characters: 4213 },
]

/** What a person opens in the panel: the state it is opened in, and how. */
const opened: Readonly<Record<string, [keyof typeof panelStates, Act]>> = {
  'form-submit': ['unread', press(text.submit)],
  'form-plan': ['blocked', press(text.planWrite)],
  'form-dispute': ['blocked', press(new RegExp(text.dispute.slice(0, 4)))],
  'form-kind': ['blocked', press(text.kindChange)],
  'form-withdraw': ['pending', press(text.withdraw)],
  'form-emergency': ['emergency', fromMenu(text.openEmergency)],
  'form-snapshots': ['clean', fromMenu(text.openSnapshots)],
  menu: ['emergency', (page) => page.locator(`summary[aria-label=${text.menu}]`).click()],
}

function panelScreen(name: string, { desk, house }: PanelState, act?: Act): Screen {
  return {
    name: `panel-${name}`,
    ...{ path: `/sidepanel.html?tab=${desk.tab}` as const, width: 360, height: 720, shows: '.verdict h1' },
    laidOut: { [`desk:${desk.tab}`]: desk, house },
    // No such tab is open: the background would say that it cannot read it.
    answers: { 'panel.check': null, 'panel.snapshots': { snapshots: kept } },
    ...(act && { act }),
  }
}

function reviewScreen(name: string, answers: Screen['answers'] & object, act: Act, house: object = reviewer): Screen {
  return {
    name: `review-${name}`,
    ...{ path: '/review.html', width: 1366, height: 768, shows: '.bar', laidOut: { house }, answers, act },
  }
}

const queue: Act = async (page) => {
  await page.waitForSelector('.row-button, .queue .empty')
}
const openSecond: Act = async (page) => {
  await queue(page)
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.draft h2')
}
const openFirst: Act = async (page) => {
  await queue(page)
  await page.keyboard.press('Enter')
  await page.waitForSelector('.draft h2')
}

const reviewScreens: readonly Screen[] = [
  reviewScreen('signed-out', {}, async () => {}, { ...signedIn, person: null, reach: 'never', worker: null }),
  reviewScreen('session-ended', {}, async () => {}, { ...reviewer, expired: true }),
  reviewScreen('empty', { 'review.list': { items: [] } }, queue),
  reviewScreen('queue', reviewAnswers, queue),
  reviewScreen('open', reviewAnswers, openSecond),
  reviewScreen('changes', reviewAnswers, async (page) => {
    await openSecond(page)
    await page.getByLabel(reviewText.onlyChanges).check()
  }),
  reviewScreen('missing', reviewAnswers, async (page) => {
    await openSecond(page)
    await press(reviewText.verdicts.approve)(page)
    await page.locator('.missing').scrollIntoViewIfNeeded()
  }),
  reviewScreen('not-read', unreadAnswers, openFirst),
  reviewScreen('mismatch', otherAnswers, openFirst),
  reviewScreen('emergency', emergencyAnswers, openFirst),
]

const learnScreens: readonly Screen[] = Object.entries(learnStates).map(([name, view]) => ({
  ...panelScreen(`learn-${name}`, panelStates['no-profile']!),
  ...{
    shows: '.learn-title',
    laidOut: { 'desk:1': panelStates['no-profile']!.desk, 'learn:1': view, house: signedIn },
  },
}))

/** Every screen that there is. */
export const screens: readonly Screen[] = [
  ...Object.entries(panelStates).map(([name, state]) => panelScreen(name, state)),
  ...Object.entries(opened).map(([name, [state, act]]) => panelScreen(name, panelStates[state]!, act)),
  ...learnScreens,
  ...reviewScreens,
  ...optionsScreens,
]
