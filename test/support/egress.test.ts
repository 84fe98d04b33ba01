import { expect, test } from 'vitest'
import { fours, readable } from './egress.ts'

test('runs of four, also across escapes, and nothing shorter', () => {
  expect([...fours('各县教育局，请做好')]).toEqual(['各县教育', '县教育局'])
  expect(fours('请做好').size).toBe(0)
  const escaped = {
    host: '',
    method: 'POST',
    url: `http://w/?a=${encodeURIComponent('教育局长')}`,
    body: '"\\u8bf7\\u505a\\u597d\\u5427"',
  }
  expect([...fours(readable(escaped))]).toEqual(['教育局长', '请做好吧'])
})
