import { describe, expect, test } from 'vitest'
import type { CheckView } from '../messages/view.ts'
import { interpretationLinks } from './interpretation-links.ts'
import { decodePage, namesDocument } from './names-document.ts'

const document = {
  title: '泉州市教育局关于印发《泉州市中小学校服管理办法》的通知',
  documentNumber: '泉教规〔2026〕3号',
}
const URL_ = 'http://jyj.example.gov.cn/jd/1.htm'
const page = (body: string, init: ResponseInit = {}): Response =>
  new Response(`<!doctype html><title>解读</title><body>${body}`, {
    headers: { 'content-type': 'text/html; charset=utf-8' },
    ...init,
  })

describe('whether a page names the document', () => {
  test.each([
    ['by its number', '<p>泉教规〔2026〕3号解读</p>', true],
    ['in another bracket and width', '<p>泉教规[２０２６]3 号</p>', true],
    ['by the title it issues', '<p>《泉州市中小学<b>校服</b>管理办法》解读</p>', true],
    ['by another number', '<p>泉教规〔2026〕4号</p>', false],
    ['only in what a reader cannot see', '<p style="display:none">泉教规〔2026〕3号</p>', false],
    ['not at all', '<p>关于食堂的通知</p>', false],
  ])('%s', (_, html, expected) => {
    expect(namesDocument(html, URL_, document)).toBe(expected)
  })

  test('in its <title> alone; a short name stands on every page and names nothing', () => {
    expect(namesDocument('<title>泉州市中小学校服管理办法 解读</title>', URL_, document)).toBe(true)
    expect(namesDocument('<p>通知 意见</p>', URL_, { title: '通知', documentNumber: null })).toBe(false)
  })

  test('a page in GB2312 by its own meta', () => {
    const bytes = Uint8Array.from([...'<meta charset="gb2312">'].map((c) => c.charCodeAt(0)).concat([0xc8, 0xaa]))
    expect(decodePage(bytes, 'text/html')).toContain('泉')
    expect(decodePage(bytes, 'text/html; charset=no-such')).toContain('<meta')
  })
})

describe('what is behind a link', () => {
  const look = (answer: () => Response | Promise<Response>, may = true) => {
    const asked: RequestInit[] = []
    const links = interpretationLinks({
      fetch: async (_, init) => {
        asked.push(init)
        return answer()
      },
      mayRead: async () => may,
      now: () => 0,
    })
    return { asked, look: () => links.look(URL_, document), links }
  }

  test.each<[string, () => Response | Promise<Response>, string, string]>([
    ['it names it', () => page('泉教规〔2026〕3号'), 'names', ''],
    ['it is about something else', () => page('别的'), 'other', '没有出现本文'],
    ['it is gone', () => page('', { status: 404 }), 'silent', '404'],
    ['it goes elsewhere', () => Object.defineProperty(page(''), 'type', { value: 'opaqueredirect' }), 'silent', '跳转'],
    ['nobody answers', () => Promise.reject(new TypeError()), 'silent', '没有应答'],
  ])('%s', async (_, answer, state, why) => {
    const { look: ask, asked } = look(answer)
    expect(await ask()).toMatchObject({ state, why: expect.stringContaining(why) })
    expect(asked).toMatchObject([{ credentials: 'omit', redirect: 'manual' }])
  })

  test('without permission nothing is asked and nothing is guessed', async () => {
    const { look: ask, asked } = look(() => page('泉教规〔2026〕3号'), false)
    expect((await ask()).state).toBe('unasked')
    expect(asked).toEqual([])
  })

  test('a good answer is asked for once; a bad one again', async () => {
    let body = '别的'
    const { look: ask, asked } = look(() => page(body))
    await ask()
    body = '泉教规〔2026〕3号'
    expect((await ask()).state).toBe('names')
    expect((await ask()).state).toBe('names')
    expect(asked).toHaveLength(2)
  })

  test('only published links of a kind that is interpreted', async () => {
    const { links, asked } = look(() => page('泉教规〔2026〕3号'))
    const form = (state: string, url: string | null) => ({ form: 'text', state, url, title: '', dueOn: null })
    const check = (kind: string, forms: object[]) =>
      ({ ...document, kind: { is: kind }, interpretation: { forms } }) as unknown as CheckView
    expect(await links.behind(check('news', [form('published', URL_)]))).toEqual({})
    expect(await links.behind(check('policy', [form('draft', URL_), form('missing', null)]))).toEqual({})
    expect(await links.behind(check('policy', [form('published', URL_)]))).toEqual({
      [URL_]: { state: 'names', why: '' },
    })
    expect(await links.behind(check('policy', [form('published', 'javascript:1')]))).toMatchObject({
      'javascript:1': { state: 'silent' },
    })
    expect(asked).toHaveLength(1)
  })
})
