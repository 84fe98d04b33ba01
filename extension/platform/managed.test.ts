import { describe, expect, test } from 'vitest'
import { managedOf, noPolicy } from './managed.ts'
import { managedSchema } from './managed-schema.ts'

describe('managedOf', () => {
  test('nothing set is no policy', () => expect(managedOf({})).toBeNull())

  test('addresses are taken as origins', () => {
    const set = {
      worker: 'https://menxia.example.gov.cn/',
      tenant: 'quanzhou-jyj',
      sites: ['https://cms.example.gov.cn/login'],
      failPolicy: 'closed',
    }
    expect(managedOf(set)).toEqual({
      worker: 'https://menxia.example.gov.cn',
      tenant: 'quanzhou-jyj',
      sites: ['https://cms.example.gov.cn'],
      failPolicy: 'closed',
      faults: [],
    })
  })

  test.each([
    [{ worker: 'menxia.example' }, ['worker']],
    [{ worker: 'javascript:alert(1)', failPolicy: 'open' }, ['worker', 'failPolicy']],
    [{ sites: 'https://a.cn', Worker: 'https://a.cn' }, ['sites', 'Worker']],
    [JSON.parse('{"__proto__": 1, "constructor": 2}'), ['__proto__', 'constructor']],
  ])('%j: what is wrong is named and left', (set, faults) => {
    expect(managedOf(set)).toEqual({ ...noPolicy, faults })
  })
})

test('the schema for Chromium names every line, and no other', () => {
  const { faults, ...lines } = noPolicy
  expect(faults).toEqual([])
  expect(Object.keys(managedSchema.properties).sort()).toEqual(Object.keys(lines).sort())
})
