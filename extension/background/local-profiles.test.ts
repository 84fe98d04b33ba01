import { describe, expect, test } from 'vitest'
import { demoProfiles } from '../adapters/profiles/demo.ts'
import { memoryDatabase } from '../platform/memory-database.ts'
import { isOverridden, localProfiles } from './local-profiles.ts'
import { importText } from './profile-desk.ts'
import { vault } from './vault.ts'

const [mine, other] = demoProfiles('http://localhost:4180')
const PAGE = 'http://localhost:4180/admin/edit?id=3&editor=tinymce'

function open() {
  const database = memoryDatabase()
  return { database, again: () => localProfiles(database, vault(database), () => 5) }
}

describe('localProfiles', () => {
  test('what is kept is there for the next background, sealed', async () => {
    const { database, again } = open()
    await again().keep(mine!, PAGE)
    const stored = await database.get<object>('kept', 'profiles')
    expect(JSON.stringify(stored)).not.toContain('demo-tinymce')
    expect(await again().all()).toEqual([{ profile: mine, page: PAGE, off: false, keptAt: 5, gone: null }])
  })

  test('the bureau’s profile of the page wins; of another page it does not; switched off is out', async () => {
    const locals = open().again()
    await locals.keep(mine!, PAGE)
    const bureau = { ...other!, id: 'bureau', matches: ['http://localhost:4180/admin/edit?*'] }
    expect(await locals.inUse([])).toEqual([mine])
    expect(await locals.inUse([bureau])).toEqual([])
    expect(await locals.inUse([{ ...bureau, matches: ['http://localhost:4180/admin/list*'] }])).toEqual([mine])
    await locals.change(mine!.id, { off: true })
    expect(await locals.inUse([])).toEqual([])
  })

  test('one from a file gives way where both name the same page', () => {
    const fromFile = { profile: mine!, page: null, off: false, keptAt: 0, gone: null }
    expect(isOverridden(fromFile, [{ ...other!, matches: [mine!.matches[0]!] }])).toBe(true)
    expect(isOverridden(fromFile, [other!])).toBe(false)
  })

  test('learnt again it takes its own place; renamed, noted and removed it is what it is', async () => {
    const locals = open().again()
    await locals.keep(mine!, PAGE)
    await locals.keep(mine!, PAGE)
    await locals.change(mine!.id, { name: '内容平台' })
    await locals.note(mine!.id, ['正文'])
    expect(await locals.all()).toMatchObject([{ profile: { name: '内容平台' }, gone: ['正文'] }])
    expect(await locals.change('nobody', { off: true })).toBe(false)
    expect((await locals.remove(mine!.id))?.profile.name).toBe('内容平台')
    expect(await locals.all()).toEqual([])
  })

  test('a store that was changed on disk is left, not believed', async () => {
    const { database, again } = open()
    await database.put('kept', { iv: new Uint8Array(12), data: new Uint8Array(40) }, 'profiles')
    expect(await again().all()).toEqual([])
  })
})

test('export ∘ import is the same profile; anything else is refused with a sentence', () => {
  expect(importText(JSON.stringify(mine))).toEqual(mine)
  for (const bad of ['', '[]', '{"v":1}', 'null', JSON.stringify({ ...mine, run: 'x' }), '{"__proto__":{"v":1}}'])
    expect(() => importText(bad)).toThrow(/没有导入/)
  expect(() => importText(JSON.stringify({ ...mine, v: 2 }))).toThrow(/先更新扩展/)
})
