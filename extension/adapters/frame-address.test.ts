import { describe, expect, test } from 'vitest'
import { frameAddress } from './frame-address.ts'

const page = 'http://cms.cn/edit?id=1'

/** A window as far as `frameAddress` looks. `src` null: the element has none; no element: a page of another origin is around. */
function windowAt(href: string, parent: Window | null = null, src?: string | null): Window {
  const frameElement = src === undefined ? null : { getAttribute: () => src }
  const window = { location: { href }, document: { of: href }, frameElement } as unknown as Window
  return Object.assign(window, { parent: parent ?? window })
}

const top = windowAt(page)

describe('frameAddress', () => {
  test.each<[string, Window, Window]>([
    ['the tab’s own page', top, top],
    ['a frame that loaded a page', ...twice(windowAt('http://cms.cn/body', top, '/body'))],
    ['a frame that a link’s target loaded', ...twice(windowAt('http://cms.cn/body', top, null))],
    ['a frame that loads its parent’s own address', ...twice(windowAt(page, top, '/edit?id=1'))],
    ['an empty frame', windowAt('about:blank', top, null), top],
    ['a frame with a javascript: address', windowAt('about:blank', top, 'javascript:void 0'), top],
    ['a frame that an editor wrote into, in Firefox', windowAt(page, top, null), top],
    ['the same, after the page moved to a fragment', windowAt(page, windowAt(`${page}#a`), null), top],
    ['the same, with a javascript: address', windowAt(page, top, 'javascript:void(0)'), top],
  ])('%s', (_, frame, belongsTo) => {
    expect(frameAddress(frame)?.url.split('#')[0]).toBe(belongsTo.location.href)
    if (belongsTo === frame) expect(frameAddress(frame)?.form).toBe(frame.document)
    else expect(frameAddress(frame)?.form).not.toBe(frame.document)
  })

  test('a CMS inside a page of another origin has its own address', () => {
    const outside = new Proxy({} as Window, {
      get: () => {
        throw new Error('cross-origin')
      },
    })
    expect(frameAddress(windowAt(page, outside))?.url).toBe(page)
  })

  test('a frame that may not look around itself has none', () => {
    expect(frameAddress(windowAt('about:blank'))).toBeNull()
  })
})

function twice(window: Window): [Window, Window] {
  return [window, window]
}
