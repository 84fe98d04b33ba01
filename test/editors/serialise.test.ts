import fc from 'fast-check'
import type { BrowserContext, JSHandle, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../support/browser.ts'
import type { Served } from '../support/serve.ts'
import { servePages } from './pages.ts'

type Serialising = typeof import('../../extension/adapters/serialise.ts')

let browser: BrowserContext
let pages: Served
let page: Page
let serialising: JSHandle<Serialising>

beforeAll(async () => {
  pages = await servePages()
  browser = await launchChromium({})
  page = await browser.newPage()
  await page.goto(`${pages.origin}/blank`)
  serialising = await page.evaluateHandle<Serialising>(`import('${pages.origin}/extension/adapters/serialise.ts')`)
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await pages?.close()
})

const text = fc.stringMatching(/^[&<>"' \u00a0\u200b\ufeff\n密件a𠮷]{0,8}$/u)
/** Trees that no parser would make, as editors do: built by nodes, not by markup. */
const tree = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    text.map((data) => ({ text: data })),
    text.map((data) => ({ comment: data.replaceAll('-', '') })),
    fc.constantFrom('br', 'img', 'hr', 'wbr').map((tag) => ({ tag, attributes: [], children: [] })),
    fc.record({
      tag: fc.constantFrom('p', 'b', 'span', 'pre', 'td', 'template', 'script', 'a', 'textarea'),
      attributes: fc.uniqueArray(fc.tuple(fc.constantFrom('title', 'href', 'data-x', 'class'), text), {
        selector: ([name]) => name,
      }),
      children: fc.array(tie('node'), { maxLength: 3 }),
    }),
  ),
})).node

/** Builds the trees under a detached <div>, and gives it to `use` with our serialisation. */
async function inPage<T>(trees: unknown[], use: (root: string) => Promise<T>): Promise<T> {
  await page.evaluate((given) => {
    type Tree = { text?: string; comment?: string; tag?: string; attributes?: [string, string][]; children?: Tree[] }
    const build = (one: Tree): Node => {
      if (one.text !== undefined) return document.createTextNode(one.text)
      if (one.comment !== undefined) return document.createComment(one.comment)
      const element = document.createElement(one.tag ?? 'p')
      for (const [name, value] of one.attributes ?? []) element.setAttribute(name, value)
      const target = element instanceof HTMLTemplateElement ? element.content : element
      target.append(...(one.children ?? []).map(build))
      return element
    }
    const root = document.createElement('div')
    root.append(...(given as Tree[]).map(build))
    Object.assign(window, { root })
  }, trees)
  return await use('root')
}

describe('serialise', () => {
  test('is the browser’s own fragment serialisation', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(tree, { maxLength: 4 }), (trees) =>
        inPage(trees, async () => {
          const both = await serialising.evaluate(({ serialise }) => {
            const { root } = window as unknown as { root: HTMLElement }
            return { ours: serialise(root).html, theirs: root.innerHTML }
          })
          expect(both.ours).toBe(both.theirs)
        }),
      ),
      { numRuns: 300 },
    )
  }, 60_000)

  test('every offset leads back to its character, and a range to its characters', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(tree, { minLength: 1, maxLength: 4 }), (trees) =>
        inPage(trees, async () => {
          const wrong = await serialising.evaluate(({ serialise }) => {
            const { root } = window as unknown as { root: HTMLElement }
            const { html, places } = serialise(root)
            const problems: string[] = []
            const names: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&nbsp;': '\u00a0' }
            // Walk the string with its tags: what stands between them must come back one by one.
            for (const part of html.matchAll(/<script[\s\S]*?<\/script>|<!--[\s\S]*?-->|<[^>]*>|&\w+;|[^<&]/g)) {
              if (part[0].startsWith('<')) continue
              const range = places.range(part.index, part.index + part[0].length)
              const expected = names[part[0]] ?? part[0]
              if (String(range) !== expected) problems.push(`${part.index} ${part[0]} ${String(range)}`)
              const at = places.toDom(part.index)
              if (at === null || at.node.data[at.offset] !== expected) problems.push(`toDom ${part.index} ${part[0]}`)
            }
            return problems
          })
          expect(wrong).toEqual([])
        }),
      ),
      { numRuns: 200 },
    )
  }, 60_000)

  test('a hit split by tags is one range over its text nodes', async () => {
    const found = await serialising.evaluate(({ serialise }) => {
      const root = document.createElement('div')
      root.innerHTML = '<p>此件<b>秘</b><!-- x --><i><u>密</u></i>★</p>'
      const { html, places } = serialise(root)
      const range = places.range(html.indexOf('秘'), html.indexOf('密') + 1)
      return { text: String(range), nodes: range?.startContainer !== range?.endContainer }
    })
    expect(found).toEqual({ text: '秘密', nodes: true })
  })

  test('a place inside a tag is the element’s', async () => {
    const found = await serialising.evaluate(({ serialise }) => {
      const root = document.createElement('div')
      root.innerHTML = '<p>见<a href="http://x.cn/1">此处</a><img src="/a.png">。</p>'
      const { html, places } = serialise(root)
      const inside = (part: string) => places.range(html.indexOf(part), html.indexOf(part) + part.length)
      const image = inside('/a.png')
      return { link: String(inside('x.cn')), image: image?.cloneContents().querySelector('img') !== null }
    })
    expect(found).toEqual({ link: '此处', image: true })
  })

  test('a reading ends when the person goes on, and does not begin anew at every key', async () => {
    const script = `import('${pages.origin}/extension/adapters/read-draft.ts')`
    const reading = await page.evaluateHandle<typeof import('../../extension/adapters/read-draft.ts')>(script)
    const read = await reading.evaluate(async ({ readBodyGently }) => {
      const editable = document.createElement('div')
      editable.innerHTML = '<p>校服管理</p>'.repeat(50_000)
      let turns = 0
      const turn = async (): Promise<void> => {
        turns += 1
      }
      const profile = { body: { surface: 'contenteditable' } } as Parameters<typeof readBodyGently>[1]
      const { signal } = new AbortController()
      const quiet = await readBodyGently(editable, profile, () => false, turn, signal)
      const inOne = turns
      turns = 0
      const typed = await readBodyGently(editable, profile, () => turns > 0, turn, signal)
      return { length: quiet?.source.length, inOne, typed, turns }
    })
    expect(read).toMatchObject({ length: 50_000 * '<p>校服管理</p>'.length, typed: null, turns: 1 })
    expect(read.inOne).toBeGreaterThan(1)
  })

  // How long a slice takes is measured by test/typing, on a machine of its own.
  test('100,000 characters in slices, and deep nesting is no stack overflow', async () => {
    const { slices, length } = await serialising.evaluate(({ serialiseSteps }) => {
      const root = document.createElement('div')
      root.innerHTML = '<p>关于做好<b>中小学</b>校服管理工作的<span>通知</span>。</p>'.repeat(5000)
      let deep: Element = root
      for (let level = 0; level < 20_000; level++) deep = deep.appendChild(document.createElement('span'))
      const steps = serialiseSteps(root)
      for (let slices = 1; ; slices++) {
        const step = steps.next()
        if (step.done === true) return { slices, length: step.value.html.length }
      }
    })
    expect(length).toBeGreaterThan(100_000)
    expect(slices).toBeGreaterThan(100)
  })
})
