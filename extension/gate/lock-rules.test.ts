import { describe, expect, test } from 'vitest'
import { demoProfiles } from '../adapters/profiles/demo.ts'
import { addressRegex, lockRules, type Resources, windowRules } from './lock-rules.ts'

const profiles = demoProfiles('http://localhost:4180')
const resources: Resources = ['main_frame', 'xmlhttprequest', 'ping']
const matches = (regex: string | undefined, path: string): boolean =>
  new RegExp(regex ?? 'none', 'i').test(`http://localhost:4180${path}`)

describe('lockRules', () => {
  const rules = lockRules(profiles, () => true, resources)

  test('profiles over the same addresses share one rule; all resource types that the browser knows', () => {
    expect(rules).toHaveLength(1)
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
  ])('refuses %s', (path) => expect(matches(rules[0]?.condition.regexFilter, path)).toBe(true))
  test.each(['/admin/save', '/admin/edit?next=/admin/publish', '/admin/preview', '/publish'])(
    'leaves %s alone',
    (path) => expect(matches(rules[0]?.condition.regexFilter, path)).toBe(false),
  )

  test('guard-only profiles and patterns that need a body get no lock', () => {
    const [one] = profiles
    const guardOnly = { ...one!, publish: { ...one!.publish, lock: 'guard-only' as const } }
    const needsBody = { ...one!.publish.requests[0]!, body: { field: 'status', equals: 'publish' } }
    expect(lockRules([guardOnly], () => true, resources)).toEqual([])
    expect(
      lockRules([{ ...one!, publish: { ...one!.publish, requests: [needsBody] } }], () => true, resources),
    ).toEqual([])
  })

  test('a window lets the same address through for its tab alone, and wins over the lock', () => {
    const [open] = windowRules(profiles[0]!, 7, 40, resources)
    expect(open).toMatchObject({ id: 40, action: { type: 'allow' }, condition: { tabIds: [7] } })
    expect(open!.priority).toBeGreaterThan(rules[0]!.priority ?? 1)
    expect(matches(open?.condition.regexFilter, '/admin/publish')).toBe(true)
  })

  test('a glob’s own characters are no pattern', () => {
    expect(new RegExp(addressRegex('http://a.cn/x.do*', false)).test('http://a.cn/xzdo')).toBe(false)
    expect(new RegExp(addressRegex('http://a.cn/x.do*', true)).test('http://a.cn/x.do?y')).toBe(true)
  })
})
