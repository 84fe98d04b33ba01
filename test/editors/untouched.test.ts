import fc from 'fast-check'
import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stampOf } from '../../extension/messages/stamp.ts'
import { readBlocks } from '../../shared/draft/blocks.ts'
import { launchChromium } from '../support/browser.ts'
import { installEditors } from '../support/editors.ts'
import type { Served } from '../support/serve.ts'
import { anyDocument, documents } from './documents.ts'
import { EditorPage } from './editor-page.ts'
import { checksIn, join, settled, touchedIn } from './joined.ts'
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

/** Every canonical word of the body with its place in the source. */
function wordsOf(source: string): { start: number; end: number; text: string }[] {
  return readBlocks({ format: 'html', source }, 'http://x.cn/').blocks.flatMap((block) =>
    Array.from(block.text.matchAll(/[^\s]+/g), ({ 0: text, index }) => ({
      text,
      start: block.toSource(index),
      end: block.toSourceEnd(index + text.length),
    })),
  )
}

const keys = ['校', '服', 'Enter', 'Backspace', 'ArrowLeft', 'End', 'Control+b'] as const

describe.each(editorNames)('%s', (name) => {
  const rich = name !== 'textarea'

  test.runIf(rich)(
    'highlights stand at the right characters and change nothing',
    async () => {
      const editor = await EditorPage.open(browser, pages.origin, name)
      const check = async (html: string): Promise<void> => {
        await editor.set(html)
        await editor.focus()
        const source = await editor.read()
        const words = wordsOf(source)
        const before = await editor.state()
        const { texts, touched } = await editor.paint(words, stampOf(source))
        expect(texts.map((text) => text.replace(/[\u200b\ufeff]/g, ''))).toEqual(words.map(({ text }) => text))
        expect(touched).toEqual([])
        expect(await editor.state()).toBe(before)
      }
      for (const html of Object.values(documents)) await check(html)
      await fc.assert(fc.asyncProperty(anyDocument, check), { numRuns: 20 })
      // Marks of an older text are not painted.
      await editor.set('<p>甲乙丙</p>')
      expect((await editor.paint([{ start: 3, end: 4 }], 'stale')).texts).not.toContain('甲')
      await editor.close()
    },
    120_000,
  )

  test('after random edits the editor holds what its twin without us holds, and so after all undos', async () => {
    const [ours, twin] = [
      await EditorPage.open(browser, pages.origin, name),
      await EditorPage.open(browser, pages.origin, name),
    ]
    for (const editor of [ours, twin]) await editor.set('<p>校服管理</p><p>校车安全</p>')
    await join(ours)
    await settled(ours)
    const [strokes = []] = fc.sample(fc.array(fc.constantFrom(...keys), { minLength: 40, maxLength: 40 }), {
      numRuns: 1,
      seed: 7,
    })
    for (const editor of [ours, twin]) {
      await editor.page.bringToFront()
      await editor.focus()
      for (const [index, key] of strokes.entries()) {
        if (key === '校' || key === '服') await editor.page.keyboard.insertText(key)
        else await editor.page.keyboard.press(key)
        if (editor === ours && index % 10 === 9) await settled(ours)
      }
    }
    await settled(ours)
    expect(await ours.submitted()).toBe(await twin.submitted())
    expect(await ours.submitted()).not.toBe('<p>校服管理</p><p>校车安全</p>')
    expect(await touchedIn(ours)).toEqual([])
    for (const editor of [ours, twin]) {
      await editor.page.bringToFront()
      await editor.focus()
      for (let step = 0; step < 60; step++) await editor.undo()
    }
    await settled(ours)
    expect(await ours.submitted()).toBe(await twin.submitted())
    for (const editor of [ours, twin]) await editor.close()
  }, 120_000)

  test('nothing is read during composition, and the composition ends as typed', async () => {
    const editor = await EditorPage.open(browser, pages.origin, name)
    await editor.set('<p>通知</p>')
    await join(editor)
    await settled(editor)
    await editor.focus()
    await editor.page.clock.install()
    const before = await checksIn(editor)
    const ime = await editor.page.context().newCDPSession(editor.page)
    for (const text of ['x', 'xiao', '校'])
      await ime.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    // Three quiet times and more on the page's own clock: a reading would have come.
    await editor.page.clock.runFor(1300)
    expect(await checksIn(editor)).toBe(before)
    await ime.send('Input.insertText', { text: '校服' })
    await editor.page.waitForFunction(
      (count) => (window as unknown as { checks: string[] }).checks.length > count,
      before,
    )
    expect(await editor.submitted()).toContain('校服')
    expect(await touchedIn(editor)).toEqual([])
    await editor.close()
  })
})
