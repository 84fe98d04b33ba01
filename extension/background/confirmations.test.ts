import { expect, test } from 'vitest'
import type { Draft } from '#shared/draft/draft.ts'
import { confirmedIn, markOf, unconfirmed } from './confirmations.ts'

const draft = (sha256: string | null, size = 9): Draft =>
  ({ attachments: [{ name: '名单.xlsx', size, sha256, url: '/f/1' }] }) as unknown as Draft

test('a confirmation is for the file that stood there: another one under the same name and size asks again', () => {
  const what = '附件“名单.xlsx”'
  const said = { [what]: markOf(what, draft('a')), 正文: markOf('正文', draft('a')) }
  expect(confirmedIn(draft('a'), said)).toEqual([what, '正文'])
  expect(confirmedIn(draft('b'), said)).toEqual(['正文'])
  expect(confirmedIn(draft(null), said)).toEqual(['正文'])
  expect(confirmedIn(draft('a', 10), said)).toEqual(['正文'])
})

test('every unread part is asked for once; a rule without its material is nothing to open', () => {
  const unread = [
    { what: '附件“a”', why: '403' },
    { what: '附件“a”', why: '未检查内容' },
    { what: '来源', why: '', rule: 'x/y' },
  ]
  expect(unconfirmed(unread, [])).toEqual(['附件“a”'])
  expect(unconfirmed(unread, ['附件“a”'])).toEqual([])
})
