import { utf8ToBytes } from '@noble/hashes/utils.js'
import { describe, expect, it } from 'vitest'
import { decodePlainText } from './decode-text.ts'

/** 布署,部署\r\n拔款,拨款 as GBK has it. */
const gbk = Uint8Array.from([
  ...[0xb2, 0xbc, 0xca, 0xf0, 0x2c, 0xb2, 0xbf, 0xca, 0xf0, 0x0d, 0x0a],
  ...[0xb0, 0xce, 0xbf, 0xee, 0x2c, 0xb2, 0xa6, 0xbf, 0xee],
])
const text = '布署,部署\r\n拔款,拨款'

describe('plain text', () => {
  it('is read in the encodings of an office', () => {
    expect(decodePlainText(utf8ToBytes(text))).toEqual({ text, encoding: 'utf-8' })
    expect(decodePlainText(utf8ToBytes(`\uFEFF${text}`))).toEqual({ text, encoding: 'utf-8' })
    expect(decodePlainText(gbk)).toEqual({ text, encoding: 'gb18030' })
    const units = Uint8Array.from([
      0xff,
      0xfe,
      ...[...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
    ])
    expect(decodePlainText(units)).toEqual({ text, encoding: 'utf-16le' })
    expect(decodePlainText(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' })
  })

  it('with a damaged place is refused and not read as other words', () => {
    const bytes = utf8ToBytes(`${text}\r\n${'决定、通知、公告'.repeat(5)}`)
    bytes[bytes.length - 2] = 0x41
    expect(() => decodePlainText(bytes)).toThrow(/第 3 行/)
  })

  it.each([
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])],
    ['bytes of neither encoding', Uint8Array.from([0xff, 0xff, 0x41, 0xff])],
    ['control characters', utf8ToBytes('布署\u0001')],
  ])('%s is refused with a sentence', (_, bytes) => {
    expect(() => decodePlainText(bytes)).toThrow(/未读取/)
  })
})
