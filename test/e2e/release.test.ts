import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '#shared/api/client.ts'
import { must } from './stage/member.ts'
import { type Office, openOffice } from './stage/office.ts'
import { newestReview } from './story/prove.ts'
import { approve, notice, reviewerAtTerminal, writeNotice } from './story/shortcut.ts'

let office: Office
let reviewer: Client

beforeAll(async () => {
  office = await openOffice()
  reviewer = await reviewerAtTerminal(office.stage.bureau)
})
afterAll(() => office?.close())

const versions = async (id: number) => (await office.stage.demo.store.read(id))?.versions ?? []

/** The entries that the ledger has about this text, by type. */
async function entriesAbout(title: string): Promise<Record<string, unknown>[]> {
  const { bureau } = office.stage
  const { contentHash } = await newestReview(office.stage, title)
  const { entries } = must(await bureau.admin('ledger.entries', { query: { from: 0, to: 1000 } }))
  return entries.filter((entry) => entry.contentHash === contentHash)
}

describe.each(['click', 'requestSubmit', 'submit', 'fetch', 'xhr'])('a page that publishes by %s', (send) => {
  const title = `关于报送教学工作总结的通知（${send}）`

  test('is stopped while held with the draft whole, and published once after approval', async () => {
    const { cms, panel } = await writeNotice(office, title, send)
    const { id } = cms
    const before = await cms.content()
    await cms.publish()
    await panel.page.getByText('刚才的发布已暂停').waitFor()
    expect(await versions(id)).toHaveLength(0)
    expect(await cms.content()).toBe(before)
    await cms.save()
    expect((await office.stage.demo.store.read(id))?.content.replaceAll('\r\n', '\n')).toBe(notice.text)

    await panel.submit('请审。')
    await panel.says('submitted')
    await approve(office, reviewer, title)
    await panel.recheck()
    await panel.says('approved')
    await cms.page.bringToFront()
    await cms.publish()
    await cms.page.waitForSelector('#published')
    // A form sends its line breaks as CR LF.
    expect((await versions(id)).map(({ content }) => content.replaceAll('\r\n', '\n'))).toEqual([notice.text])
    await panel.says('published')
    await expect.poll(async () => (await newestReview(office.stage, title)).state).toBe('published')
    expect((await entriesAbout(title)).map(({ type }) => type)).toContain('release.published')
    await panel.page.close()
    await cms.page.close()
  })
})

test('a page that changes the text on its way out is an incident', async () => {
  const title = '关于报送教学工作总结的通知（夹带）'
  const { cms, panel } = await writeNotice(office, title)
  await panel.submit('请审。')
  await panel.says('submitted')
  await approve(office, reviewer, title)
  await panel.recheck()
  await panel.says('approved')
  await cms.page.bringToFront()
  await cms.page.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>('form#article')!
    form.addEventListener('formdata', (event) => event.formData.set('content', `${event.formData.get('content')}夹带`))
  })
  await cms.publish()
  // Closed while its navigation commits, a tab may stay open for ever.
  await cms.page.waitForSelector('#published')
  await panel.says('differs')
  // The panel knows from the browser; the record is sent after that.
  await expect.poll(async () => JSON.stringify(await entriesAbout(title)), { timeout: 10_000 }).toContain('differs')
  await panel.page.close()
  await cms.page.close()
})
