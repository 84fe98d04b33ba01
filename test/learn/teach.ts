import { learnText as text } from '../../extension/platform/text/learning.ts'
import { panelText } from '../../extension/platform/text/panel.ts'
import type { Received } from '../back-offices/page.ts'
import { LearnPage } from '../e2e/screens/learn.ts'
import { PanelPage } from '../e2e/screens/panel.ts'
import type { Person } from '../e2e/stage/person.ts'
import { BODY, type Cms, TITLE } from './cms.ts'

/** What came of teaching one page. */
export interface Taught {
  clicks: number
  /** Requests that reached the server while it was learnt. */
  left: number
  /** Whether the draft stood whole after both presses. */
  whole: boolean
  title: string
  characters: string
  editor: string
  files: string
}

/** Teaches a page that holds a draft, as a person does who only confirms, saves it and loads the page again. */
export async function teach(person: Person, cms: Cms, received: Received): Promise<Taught> {
  const panel = await LearnPage.open(person, cms.page)
  await panel.press(text.invite)
  await panel.at('parts')
  await panel.press(text.next)
  await panel.at('publish')
  await panel.pressIn(() => cms.press('publish'))
  await panel.at('save')
  await panel.pressIn(() => cms.press('save'))
  await panel.at('try')
  const read = {
    whole: (await cms.text()).includes(BODY),
    title: await panel.read(text.parts.title),
    characters: await panel.read(text.characters),
    editor: await panel.read(text.editor),
    files: await panel.read(text.files),
  }
  await panel.press(text.save)
  await panel.at('saved')
  const left = received.saved.length + received.published.length
  const loaded = cms.page.waitForEvent('load')
  await panel.press(text.reload)
  await loaded
  await panel.page.close()
  return { ...read, left, clicks: panel.clicks }
}

/** What the page does after it was taught. */
export interface Gated {
  /** What the panel says after 发布 was pressed. */
  says: string
  guardOnly: boolean
  whole: boolean
  /** Publishes that reached the server. */
  published: number
  /** Titles of the saves that reached it. */
  saved: (string | undefined)[]
}

/** Writes a draft into a taught page, presses 发布, then 保存草稿. */
export async function gate(person: Person, cms: Cms, received: Received): Promise<Gated> {
  await cms.page.bringToFront()
  await cms.write()
  const panel = await PanelPage.open(person, cms.page)
  const says = await panel.says('every', 'review', 'blocked', 'unread')
  await cms.press('publish')
  await panel.page.getByText(panelText.held).waitFor()
  const whole = (await cms.text()).includes(BODY)
  const guardOnly = (await panel.page.getByText('守护而非锁定').count()) > 0
  const answered = cms.page.waitForResponse((response) => response.request().method() === 'POST')
  await cms.press('save')
  await answered
  await panel.page.close()
  const saved = received.saved.map((one) => cms.titleIn(one))
  return { says, guardOnly, whole, published: received.published.length, saved }
}

export const wanted = { title: TITLE, characters: String(BODY.length) }
