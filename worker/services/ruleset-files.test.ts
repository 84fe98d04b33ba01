import { env, SELF } from 'cloudflare:test'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeSpreadsheet } from '#shared/attachments/spreadsheet-write.ts'
import { fromBase64, toBase64 } from '#shared/ledger/base64.ts'
import { withList } from '#shared/ruleset/import/preview.ts'
import { starterRuleSet } from '#shared/ruleset/packs/starter.ts'
import { type Bureau, must, once, openBureau, siteBehind } from '../../test/contract/actors.ts'
import { codeOf } from '../../test/contract/desk.ts'

let bureau: Bureau
beforeAll(async () => {
  bureau = await openBureau(siteBehind(SELF, env.OPERATOR_SECRET))
})

const list = {
  ...{ id: 'bureau/exam', title: '高考用语', severity: 'review' as const, basis: '本局规定', advice: '请改正' },
}
const WORDS = '错误写法,改为,例外\r\n高靠,高考,\r\n=考绩,成绩,=考绩表\r\n高靠,,\r\n的,,\r\n'
/** WORDS, but saved by a spreadsheet program in Chinese: GBK. */
const GBK = '\xb4\xed\xce\xf3\xd0\xb4\xb7\xa8,\xb8\xc4\xce\xaa\r\n\xb8\xdf\xbf\xbf,\xb8\xdf\xbf\xbc\r\n'
const bytesOf = (binary: string) => Uint8Array.from(binary, (one) => one.charCodeAt(0))
const load = (bytes: Uint8Array, more: object = {}) =>
  bureau.admin.call('rulesets.import', {
    body: { file: { name: '词表', base64: toBase64(bytes) }, list: { ...list, ...more } },
  })

describe('a file of terms', () => {
  it('is previewed, proposed as it came back, exported, and read again as the same terms', async () => {
    const seen = must(await load(utf8ToBytes(WORDS)))
    expect(seen).toMatchObject({ kind: 'text', encoding: 'utf-8', faults: [], sentences: ['新增词表《高考用语》2 词'] })
    expect(seen.leftOut.map(({ line }) => line)).toEqual([4, 5])
    const ruleset = { ...withList(starterRuleSet, seen.list!) }
    const ask = { body: { ruleset, note: '高考用语' }, idempotencyKey: once() }
    const { version } = must(await bureau.admin.call('rulesets.propose', ask)).ruleset
    for (const format of ['csv', 'xlsx'] as const) {
      const where = { params: { version }, query: { list: list.id, format } }
      const file = must(await bureau.admin.call('rulesets.export', where))
      expect(file.name).toBe(`bureau-exam-${version}.${format}`)
      expect(must(await load(fromBase64(file.base64)!)).list).toEqual(seen.list)
      if (format === 'csv') expect(new TextDecoder().decode(fromBase64(file.base64)!)).toContain("\r\n'=考绩,")
    }
    const whole = must(await bureau.admin.call('rulesets.export', { params: { version }, query: {} }))
    expect(JSON.parse(new TextDecoder().decode(fromBase64(whole.base64)!))).toEqual(JSON.parse(JSON.stringify(ruleset)))
  })

  it('may be GBK or a workbook', async () => {
    expect(must(await load(bytesOf(GBK)))).toMatchObject({
      encoding: 'gb18030',
      list: { terms: [{ term: '高靠', instead: '高考' }] },
    })
    const workbook = writeSpreadsheet('词', [
      ['错词', '改为'],
      ['高靠', '高考'],
    ])
    expect(must(await load(workbook))).toMatchObject({
      kind: 'xlsx',
      encoding: null,
      list: { terms: [{ term: '高靠', instead: '高考' }] },
    })
  })

  it('that cannot be read is refused with a sentence', async () => {
    for (const bytes of [bytesOf('\x89PNG\0\0'), bytesOf('\xd0\xcf\x11\xe0....'), bytesOf('PK\x03\x04 no archive')])
      expect(codeOf(await load(bytes))).toBe('file-unreadable')
    const ask = { body: { file: { name: 'a', base64: '***' }, list } }
    expect(codeOf(await bureau.admin.call('rulesets.import', ask))).toBe('invalid-request')
  })

  it('is no way to a list that is not there', async () => {
    for (const query of [
      { format: 'csv' },
      { list: 'no/such', format: 'csv' },
      { list: list.id, format: 'json' },
    ] as const)
      expect(codeOf(await bureau.admin.call('rulesets.export', { params: { version: 'v0' }, query }))).toBe('not-found')
  })
})
