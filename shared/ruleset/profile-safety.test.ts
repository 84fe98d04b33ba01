import { describe, expect, it } from 'vitest'
import { profileOf } from '../../test/contract/profiles.ts'
import type { Profile } from './profile.ts'
import { profileFaults } from './profile-safety.ts'

const good = profileOf('good')
const request = (url: string, more: object = {}) => ({ method: 'POST' as const, url, body: null, ...more })
const publishing = (more: Partial<Profile['publish']>): Profile => ({ ...good, publish: { ...good.publish, ...more } })
const pathsOf = (...profiles: Profile[]) => profileFaults(profiles).map(({ path }) => path)

describe('a site profile', () => {
  it('that names its own site only has no fault', () => {
    expect(profileFaults([good, profileOf('other', 'http://localhost:4180')])).toEqual([])
  })

  it.each([
    '*',
    '*://cms.example.gov.cn/admin*',
    'https://*/admin/edit*',
    'https://*.gov.cn/edit*',
    'https://cms.example.gov.cn*',
    'https://cms.example.gov.cn',
    'https://cms.example.gov.cn@evil.example/edit*',
    'javascript:alert(1)//x/',
    'file:///etc/passwd',
    'https://cms.example.gov.cn/edit#id=*',
    `https://cms.example.gov.cn/${'*a'.repeat(9)}`,
  ])('that matches %s is refused, wherever that stands', (glob) => {
    expect(pathsOf({ ...good, matches: [...good.matches, glob] })).toEqual(['profiles[0].matches[1]'])
    expect(pathsOf(publishing({ requests: [request(glob)] }))).toContain('profiles[0].publish.requests[0].url')
    expect(pathsOf({ ...good, saves: [request(glob)] })).toContain('profiles[0].saves[0].url')
  })

  it.each([
    ['the same address', 'https://cms.example.gov.cn/admin/save*'],
    ['everything under it', 'https://cms.example.gov.cn/admin/*'],
    ['a beginning of it: a lock holds what begins like it', 'https://cms.example.gov.cn/admin/s'],
  ])('that would lock a save is refused: %s', (_, url) => {
    expect(pathsOf(publishing({ requests: [request(url)] }))).toEqual(['profiles[0].publish.requests[0].url'])
    expect(pathsOf(publishing({ requests: [request(url)], lock: 'guard-only' }))).toEqual([])
    expect(pathsOf(publishing({ requests: [request(url, { method: 'PUT' })] }))).toEqual([])
  })

  it('may not promise a lock that the browser cannot keep', () => {
    const body = { field: 'action', equals: 'publish' }
    expect(pathsOf(publishing({ requests: [] }))).toEqual(['profiles[0].publish.requests'])
    const narrowed = [request('https://cms.example.gov.cn/admin/publish', { body })]
    expect(pathsOf(publishing({ requests: narrowed }))).toEqual(['profiles[0].publish.requests[0].body'])
    expect(pathsOf(publishing({ requests: narrowed, lock: 'guard-only' }))).toEqual([])
  })

  it('has its own id, a web site and a known encoding', () => {
    expect(pathsOf(good, good)).toEqual(['profiles[1].id'])
    expect(pathsOf({ ...good, site: 'javascript:alert(1)' })).toEqual(['profiles[0].site'])
    expect(pathsOf({ ...good, charset: 'utf-16' })).toEqual(['profiles[0].charset'])
  })
})
