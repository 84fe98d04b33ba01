import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FieldReader, Profile, RequestPattern, SurfaceKind } from './profile.ts'

const words = (max: number) => fc.string({ minLength: 1, maxLength: max })
const orNull = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null })
const selector = words(60)
const reader = fc.record({ selector, read: fc.constantFrom(...FieldReader.shape.read.options) })
const request = fc.record({
  method: fc.constantFrom(...RequestPattern.shape.method.options),
  url: words(80),
  body: orNull(fc.record({ field: fc.string({ maxLength: 40 }), equals: fc.string({ maxLength: 40 }) })),
})
const text = fc.string({ maxLength: 40 })

const profile: fc.Arbitrary<Profile> = fc.record({
  v: fc.constant(1 as const),
  id: fc.stringMatching(/^[a-z0-9-]{1,64}$/),
  name: words(100),
  matches: fc.array(words(100), { minLength: 1, maxLength: 5 }),
  site: fc.constantFrom('https://www.example.gov.cn/', 'http://jyj.example.gov.cn/zwgk/'),
  fields: fc.record({
    title: reader,
    ...{ documentNumber: orNull(reader), channel: orNull(reader), disclosureClass: orNull(reader) },
    ...{ datedOn: orNull(reader), department: orNull(reader), source: orNull(reader) },
  }),
  disclosureWords: fc.record({ proactive: text, 'on-request': text, withheld: text }),
  body: fc.record({
    surface: fc.constantFrom(...SurfaceKind.options),
    selector,
    format: fc.constantFrom('html' as const, 'text' as const),
    submitField: text,
  }),
  attachments: orNull(fc.record({ item: selector, name: selector, link: orNull(selector), size: orNull(selector) })),
  interpretations: fc.constant(null),
  interpretationWords: fc.dictionary(fc.constantFrom('text', 'image', 'video', 'interview', 'media'), text),
  submitFields: fc.dictionary(
    fc.constantFrom('title', 'documentNumber', 'channel', 'disclosureClass', 'datedOn'),
    text,
  ),
  publish: fc.record({
    controls: fc.array(selector, { minLength: 1, maxLength: 4 }),
    requests: fc.array(request, { maxLength: 4 }),
    lock: fc.constantFrom('locked' as const, 'guard-only' as const),
  }),
  saves: fc.array(request, { maxLength: 4 }),
  charset: text,
})

describe('a profile is pure data', () => {
  test('parse ∘ format = identity, byte for byte the second time', () => {
    fc.assert(
      fc.property(profile, (one) => {
        const written = JSON.stringify(one)
        const read = Profile.parse(JSON.parse(written))
        expect(read).toEqual(JSON.parse(written))
        expect(JSON.stringify(Profile.parse(JSON.parse(JSON.stringify(read))))).toBe(JSON.stringify(read))
      }),
      { numRuns: 300 },
    )
  })

  test('a field that nobody knows is refused, wherever it stands', () => {
    fc.assert(
      fc.property(profile, fc.constantFrom('', 'fields', 'body', 'publish'), (one, where) => {
        const copy = JSON.parse(JSON.stringify(one)) as Record<string, object>
        const at = (where === '' ? copy : copy[where]) as Record<string, unknown>
        at.run = 'alert(1)'
        expect(Profile.safeParse(copy).success).toBe(false)
      }),
    )
  })
})
