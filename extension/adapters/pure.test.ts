import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_BODY } from '#shared/draft/draft.ts'
import { matchesGlob } from '#shared/ruleset/glob.ts'
import { Profile } from '#shared/ruleset/profile.ts'
import { stampOf } from '../messages/stamp.ts'
import { civilDateIn } from './civil-date-in.ts'
import { demoProfiles } from './profiles/demo.ts'
import { profileFor } from './profiles/profile-for.ts'
import { longestBody } from './read-draft.ts'
import { bytesIn } from './read-lists.ts'

test('the longest body is what a Draft may carry', () => expect(longestBody).toBe(MAX_BODY))

describe('matchesGlob', () => {
  test('is what a regular expression of the same glob says', () => {
    const piece = fc.stringMatching(/^[ab.*?]{0,6}$/)
    fc.assert(
      fc.property(piece, fc.stringMatching(/^[ab.?]{0,8}$/), (glob, text) => {
        const regex = glob.replaceAll(/[.?]/g, '\\$&').replaceAll('*', '.*')
        expect(matchesGlob(glob, text)).toBe(new RegExp(`^${regex}$`).test(text))
      }),
      { numRuns: 2000 },
    )
  })

  test('does not slow down on many stars', () => {
    const from = performance.now()
    expect(matchesGlob('*a'.repeat(2000), 'a'.repeat(1999))).toBe(false)
    expect(performance.now() - from).toBeLessThan(200)
  })
})

describe('profileFor', () => {
  const profiles = demoProfiles('http://localhost:4180')

  test('the demo’s profiles are profiles', () => {
    for (const profile of profiles) expect(Profile.parse(profile)).toEqual(profile)
  })

  test.each([
    ['http://localhost:4180/admin/edit?id=3&editor=ueditor', 'demo-ueditor'],
    ['http://localhost:4180/admin/edit?id=3&editor=textarea&send=xhr#top', 'demo-textarea'],
    ['http://localhost:4180/admin/edit?id=3', null],
    ['http://localhost:4180/admin/list', null],
    ['http://localhost:4181/admin/edit?id=3&editor=tinymce', null],
    ['http://evil.example/http://localhost:4180/admin/edit?id=3&editor=tinymce', null],
  ])('%s → %s', (url, id) => expect(profileFor(url, profiles)?.id ?? null).toBe(id))
})

test.each([
  ['2026-06-01', '2026-06-01'],
  ['2026年6月1日', '2026-06-01'],
  [' 2026/6/1 10:30 ', '2026-06-01'],
  ['2024-02-29', '2024-02-29'],
  ['2026-02-29', null],
  ['2026-13-01', null],
  ['六月一日', null],
  ['20260601', null],
])('civilDateIn(%s) is %s', (text, day) => expect(civilDateIn(text)).toBe(day))

test.each([
  ['12345', 12345],
  ['1,024 字节', 1024],
  ['300 KB', 307_200],
  ['1.5M', 1_572_864],
  ['', null],
  ['未知', null],
  ['3 页', null],
])('bytesIn(%s) is %s', (text, bytes) => expect(bytesIn(text)).toBe(bytes))

test('stampOf tells apart texts that differ in one character, in order, or in length', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1 }),
      fc.nat(),
      fc.string({ minLength: 1, maxLength: 1 }),
      (text, place, other) => {
        const at = place % text.length
        const changed = text.slice(0, at) + other + text.slice(at + 1)
        expect(stampOf(changed) === stampOf(text)).toBe(changed === text)
      },
    ),
  )
})
