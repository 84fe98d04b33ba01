import { describe, expect, test } from 'vitest'
import { demoProfiles } from '../adapters/profiles/demo.ts'
import { addressRegex, lockRules, type Resources, windowRules } from './lock-rules.ts'

const profiles = demoProfiles('http://localhost:4180')
const resources: Resources = ['main_frame', 'xmlhttprequest', 'ping']
const matches = (regex: string | undefined, path: string): boolean =>
  new RegExp(regex ?? 'none', 'i').test(`http://localhost:4180${path}`)

describe('lockRules', () => {
  const rules = lockRules(profiles, () => true, resources)

  const refuses = (path: string): boolean => rules.some(({ condition }) => matches(condition.regexFilter, path))

  test('profiles over the same addresses share one rule; all resource types that the browser knows', () => {
    expect(rules).toHaveLength(2)
    expect(rules[0]?.action.type).toBe('block')
    expect(rules[0]?.condition.resourceTypes).toEqual(resources)
    expect(rules[0]?.condition.requestMethods).toBeUndefined()
  })

  test.each([
    '/admin/publish',
    '/admin/publish?id=1',
    '/ADMIN/publish',
    '/admin//publish',
    '/admin/%70ublish',
    '/admin%2Fpublish',
    '/admin;x/publish',
    '/admin/publish;x=1',
    '/%61dmin/publish',
    '/admin/p%75blish/%E5%8F%91',
  ])('refuses %s', (path) => expect(refuses(path)).toBe(true))
  test.each([
    '/admin/save',
    '/admin/edit?next=/admin/publish',
    '/admin/edit?next=%61dmin',
    '/admin/preview',
    '/publish',
    '/files/1/%E9%99%84%E4%BB%B61%20(2).pdf',
  ])('leaves %s alone', (path) => expect(refuses(path)).toBe(false))

  test('a WebSocket to the same address is the same door', () =>
    expect(new RegExp(rules[0]!.condition.regexFilter!, 'i').test('ws://localhost:4180/admin/publish')).toBe(true))

  test('guard-only profiles and patterns that need a body get no lock', () => {
    const [one] = profiles
    const guardOnly = { ...one!, publish: { ...one!.publish, lock: 'guard-only' as const } }
    const needsBody = { ...one!.publish.requests[0]!, body: { field: 'status', equals: 'publish' } }
    expect(lockRules([guardOnly], () => true, resources)).toEqual([])
    expect(
      lockRules([{ ...one!, publish: { ...one!.publish, requests: [needsBody] } }], () => true, resources),
    ).toEqual([])
  })

  test('a window lets the same address through, but for the other tabs and for what has none, and wins over the lock', () => {
    const [open] = windowRules(profiles[0]!, [8, 9], 40, resources)
    expect(open).toMatchObject({ id: 40, action: { type: 'allow' }, condition: { excludedTabIds: [-1, 8, 9] } })
    expect(open!.priority).toBeGreaterThan(rules[0]!.priority ?? 1)
    expect(matches(open?.condition.regexFilter, '/admin/publish')).toBe(true)
  })

  test('a glob’s own characters are no pattern', () => {
    expect(new RegExp(addressRegex('http://a.cn/x.do*', false)).test('http://a.cn/xzdo')).toBe(false)
    expect(new RegExp(addressRegex('http://a.cn/x.do*', true)).test('http://a.cn/x.do?y')).toBe(true)
  })
})
