import { utf8ToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FileRefusal } from '../../attachments/file-refusal.ts'
import { writeSpreadsheet } from '../../attachments/spreadsheet-write.ts'
import type { Draft } from '../../draft/draft.ts'
import { starterRuleSet } from '../packs/starter.ts'
import { TermListHead } from '../term-list.ts'
import { previewImport, withList } from './preview.ts'
import { readTerms } from './read-terms.ts'
import { formatTermFile, formatTermRows } from './term-file.ts'

const head = TermListHead.parse({
  ...{ id: 'bureau/exam', title: '高考用语', severity: 'review', basis: '本局规定', advice: '请改正' },
})
const draft = (title: string, source: string): Draft => ({
  ...{ site: 'https://a.example/', title, documentNumber: null, channel: null, disclosureClass: null, datedOn: null },
  ...{ department: null, source: null, body: { format: 'text', source } },
  ...{ attachments: [], interpretations: [], unread: [] },
})
const clean = Array.from({ length: 5 }, (_, at) => ({
  name: `第${at}件`,
  draft: draft('通知', `校车改道绕行，共 ${at} 次。`),
}))
const preview = (text: string, more: object = {}, current = starterRuleSet) =>
  previewImport(utf8ToBytes(text), { ...head, ...more }, { current, clean })

describe('the preview of an import', () => {
  it('gives a list that the rule set takes, and tells the change', () => {
    const { list, faults, sentences } = preview('错误写法,改为\n高靠,高考\n考绩,成绩\n')
    expect(faults).toEqual([])
    expect(sentences).toEqual(['新增词表《高考用语》2 词'])
    expect(list).toMatchObject({ id: 'bureau/exam', finds: ['高靠', '考绩'], passes: ['高考', '成绩'] })
  })

  it('shows what an official text holds: a document, a name of a roster, a recommended word', () => {
    const { official } = preview('校车改道\n高靠\n泉州市教育局\n部署\n')
    expect(official.map(({ line, term }) => [line, term])).toEqual([
      [1, '校车改道'],
      [3, '泉州市教育局'],
      [4, '部署'],
    ])
    expect(official.map(({ where }) => where)).toEqual([
      '《第0件》',
      expect.stringMatching(/^名录/),
      expect.stringMatching(/^词表“.+”的改法$/),
    ])
  })

  it('shows what another list has already, the list that it replaces aside', () => {
    const first = preview('高靠\n考绩\n').list!
    const current = withList(starterRuleSet, first)
    expect(preview('考绩\n高烤\n', { id: 'bureau/other' }, current).known).toEqual([
      { line: 1, term: '考绩', where: '高考用语' },
    ])
    const again = preview('考绩\n高烤\n', {}, current)
    expect([again.known, again.sentences]).toEqual([
      [],
      ['词表《高考用语》新增 1 词、减少 1 词', '词表《高考用语》的说明、范围或例句有修改'],
    ])
    expect(preview('布署', { id: 'bureau/other' }).known.map(({ where }) => where)).toHaveLength(1)
  })

  it('tells why a proposal would be refused, with path and line', () => {
    const flood = preview('高靠\n改道绕行', { finds: ['改道绕行'], passes: ['没有'] })
    expect(flood.faults).toEqual([
      { path: 'list', line: null, sentence: expect.stringMatching(/5 份无误的文件中命中 5 份.*上限是五分之一/) },
    ])
    expect(preview('高靠', { finds: ['高考'] }).faults[0]?.path).toBe('list.finds[0]')
    expect(preview('工作\n的\n').faults).toEqual([
      { path: 'file', line: null, sentence: expect.stringContaining('没有一个') },
    ])
    expect(preview('错误写法,同现\n高靠,同句:抓获').faults[0]?.path).toBe('list.finds')
  })

  it('is quick about any file: a sentence, or every line accounted for', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        try {
          const file = readTerms(bytes)
          expect(file.lines).toHaveLength(file.terms.length)
        } catch (error) {
          expect(error).toBeInstanceOf(FileRefusal)
        }
      }),
    )
  })

  it('reads back what was exported, from CSV and from a workbook alike', () => {
    const cell = fc.string({
      unit: fc.constantFrom('高', '靠', '=', "'", ',', '|', '"', '→', '_x000D_'),
      minLength: 2,
      maxLength: 9,
    })
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 12 }), (words) => {
        const { terms } = readTerms(utf8ToBytes(words.join('\n')))
        const csv = readTerms(utf8ToBytes(`\uFEFF${formatTermFile(terms)}`))
        const workbook = readTerms(writeSpreadsheet('词表', formatTermRows(terms)))
        expect([csv.terms, workbook.terms]).toEqual([terms, terms])
        expect([csv.leftOut, workbook.leftOut]).toEqual([[], []])
      }),
      { numRuns: 500 },
    )
  })
})
