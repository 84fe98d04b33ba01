import fc from 'fast-check'
import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../support/browser.ts'
import { installEditors } from '../support/editors.ts'
import type { Served } from '../support/serve.ts'
import { anyDocument, documents } from './documents.ts'
import { EditorPage } from './editor-page.ts'
import { editorNames, servePages } from './pages.ts'

let browser: BrowserContext
let pages: Served

beforeAll(async () => {
  await installEditors()
  pages = await servePages()
  browser = await launchChromium({})
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await pages?.close()
})

/** The same hash from the DOM, from what the page submits, and both again after reopening what was saved. */
async function expectOneHash(editor: EditorPage, html: string): Promise<void> {
  await editor.set(html)
  const submitted = await editor.submitted()
  const first = { read: editor.hash(await editor.read()), submitted: editor.hash(submitted) }
  await editor.set(submitted)
  const again = { read: editor.hash(await editor.read()), submitted: editor.hash(await editor.submitted()) }
  expect({ ...first, again }).toEqual({
    read: first.submitted,
    submitted: first.submitted,
    again: { read: first.submitted, submitted: first.submitted },
  })
}

describe.each(editorNames)('%s', (name) => {
  let editor: EditorPage
  beforeAll(async () => {
    editor = await EditorPage.open(browser, pages.origin, name)
  }, 60_000)
  afterAll(() => editor?.close())

  test.each(Object.entries(documents))('%s: read, submitted and reopened give one hash', async (_, html) => {
    await expectOneHash(editor, html)
  })

  test('any document: read, submitted and reopened give one hash', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, (html) => expectOneHash(editor, html)),
      { numRuns: 30 },
    )
  }, 120_000)

  test('a different text gives a different hash', async () => {
    await editor.set('<p>甲</p>')
    const first = editor.hash(await editor.read())
    await editor.set('<p>乙</p>')
    expect(editor.hash(await editor.read())).not.toBe(first)
  })
})
