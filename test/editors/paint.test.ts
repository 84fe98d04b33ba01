import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchChromium } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import type { Served } from '../support/serve.ts'
import { servePages } from './pages.ts'

type Painting = typeof import('../../extension/adapters/paint.ts')
type Serialising = typeof import('../../extension/adapters/serialise.ts')

/** Put on the test page's window by `open`. */
interface Painted extends Window {
  /** Marks every 【…】 of the body's text as it is now. */
  mark(): void
}

let browser: BrowserContext
let pages: Served
let page: Page

beforeAll(async () => {
  pages = await servePages()
  browser = await launchChromium({})
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await pages?.close()
})

beforeEach(async () => {
  await page?.close()
  page = await browser.newPage()
  await page.goto(`${pages.origin}/blank`)
})

/** A document with that body and its marks. */
async function open(html: string): Promise<void> {
  const from = (name: string): string => `import('${pages.origin}/extension/adapters/${name}.ts')`
  const painting = await page.evaluateHandle<Painting>(from('paint'))
  const serialising = await page.evaluateHandle<Serialising>(from('serialise'))
  await page.evaluate(
    ([{ Paint }, { serialise }, body]) => {
      document.body.innerHTML = body
      const paint = new Paint(document, new AbortController().signal)
      const own = window as unknown as Painted
      own.mark = () => {
        const read = serialise(document.body)
        const spans = Array.from(read.html.matchAll(/【.*?】/g), ({ 0: text, index }) => {
          return { field: 'body', start: index, end: index + text.length }
        })
        paint.show(read.places, { spans, count: spans.length, stamp: '' })
      }
      own.mark()
    },
    [painting, serialising, html] as const,
  )
}

/** What is drawn, and which of the marks that can be seen is not. */
async function look(): Promise<{ drawn: string[]; missing: string[] }> {
  return await page.evaluate(() => {
    const drawn = Array.from(CSS.highlights.get('menxia') ?? []) as Range[]
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const missing: string[] = []
    for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null)
      for (const { 0: text, index } of node.data.matchAll(/【.*?】/g)) {
        const range = document.createRange()
        range.setStart(node, index)
        range.setEnd(node, index + text.length)
        const { top, bottom } = range.getBoundingClientRect()
        const same = (one: Range): boolean => one.startContainer === node && one.startOffset === index
        if (bottom > 0 && top < innerHeight && !drawn.some(same)) missing.push(text)
      }
    return { drawn: drawn.map(String), missing }
  })
}

/** Nothing that can be seen is left out, once the page has had a frame or two. */
async function expectAllSeen(): Promise<string[]> {
  const { drawn, missing } = await eventually(look, (now) => now.missing.length === 0, 5000)
  expect(missing).toEqual([])
  for (const text of drawn) expect(text).toMatch(/^【[^【】]*】$/)
  expect(drawn).not.toEqual([])
  return drawn
}

const paragraphs = (count: number): string =>
  Array.from({ length: count }, (_, at) => `<p>关于做好校服管理工作的通知【${at}】。</p>`).join('')

test('those near the window are drawn, however few there are', async () => {
  await open(paragraphs(4) + '<p>无</p>'.repeat(300) + paragraphs(4))
  expect(await expectAllSeen()).toHaveLength(4)
  await open(paragraphs(400))
  const drawn = await expectAllSeen()
  expect(drawn.length).toBeGreaterThan(12)
  expect(drawn.length).toBeLessThan(200)
})

test('scrolling brings the others, wherever it stops, and those left behind go', async () => {
  await open(paragraphs(400))
  for (const share of [0.5, 0.1, 1, 0.99, 0]) {
    await page.evaluate((to) => scrollTo(0, document.body.scrollHeight * to), share)
    expect((await expectAllSeen()).length).toBeLessThan(200)
  }
})

test('a place that was not drawn while its text was edited is drawn on its characters', async () => {
  const long = Array.from({ length: 600 }, (_, at) => `关于做好中小学校服管理工作的通知【${at}】`).join('，')
  await open(`<p>${long}</p>`)
  const unseen = await page.evaluate(() => {
    const text = document.querySelector('p')!.firstChild as Text
    // As somebody types: in one place, some letters and a deletion.
    for (const letter of '请各校') text.insertData(20, letter)
    text.deleteData(5, 1)
    return !Array.from(CSS.highlights.get('menxia') ?? [], String).includes('【599】')
  })
  expect(unseen).toBe(true)
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  expect(await expectAllSeen()).toContain('【599】')
  await page.evaluate(() => {
    const text = document.querySelector('p')!.firstChild as Text
    text.insertData(text.data.length - 4, '十')
    scrollTo(0, 0)
  })
  expect(await expectAllSeen()).toContain('【0】')
})

test('side by side: what comes later in the text and stands higher is drawn too', async () => {
  const cell = `<td style="vertical-align:top;width:50%">${paragraphs(200)}</td>`
  await open(`<table><tr>${cell}${cell}${cell}</tr></table>`)
  for (const share of [0, 0.3, 0.7]) {
    await page.evaluate((to) => scrollTo(0, document.body.scrollHeight * to), share)
    await expectAllSeen()
  }
})

test('what comes into view because something above it went is drawn', async () => {
  await open(`<div id="above">${'<p>无</p>'.repeat(500)}</div>${paragraphs(400)}`)
  expect((await look()).drawn).toEqual([])
  await page.evaluate(() => document.getElementById('above')!.remove())
  await expectAllSeen()
})

test('marks that go leave nothing, and new ones take their place', async () => {
  await open(paragraphs(400))
  await page.evaluate(() => {
    for (const paragraph of document.querySelectorAll('p')) paragraph.textContent = '【新】'
    ;(window as unknown as Painted).mark()
  })
  expect(new Set(await expectAllSeen())).toEqual(new Set(['【新】']))
  await page.evaluate(() => {
    document.body.innerHTML = '<p>无</p>'
    ;(window as unknown as Painted).mark()
  })
  expect((await look()).drawn).toEqual([])
})
