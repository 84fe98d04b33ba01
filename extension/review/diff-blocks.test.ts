import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ReviewBlock } from '../messages/review.ts'
import { type DiffBlock, diffBlocks } from './diff-blocks.ts'

const blocks = (texts: readonly string[]): ReviewBlock[] =>
  texts.map((text) => ({ kind: 'paragraph', text, hidden: false, marks: [] }))

/** One version read back out of a diff. */
function version(diff: readonly DiffBlock[], without: 'added' | 'removed'): string[] {
  return diff
    .filter(({ kind }) => kind !== without)
    .map(({ words }) =>
      words
        .filter(({ kind }) => kind !== without)
        .map(({ text }) => text)
        .join(''),
    )
}

test('both versions can be read back out of the diff', () => {
  const texts = fc.array(fc.constantFrom('第一条', '第一条改', '第二条', '附则', '甲乙丙丁'), { maxLength: 8 })
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const diff = diffBlocks(blocks(before), blocks(after))
      expect(version(diff, 'removed')).toEqual(after)
      expect(version(diff, 'added').toSorted()).toEqual(before.toSorted())
      expect(diff.every(({ kind }) => kind === 'same')).toBe(JSON.stringify(before) === JSON.stringify(after))
    }),
  )
})

test('one changed character is shown as one changed character', () => {
  expect(diffBlocks(blocks(['甲', '九月一日施行', '乙']), blocks(['甲', '九月二日施行', '乙']))[1]).toEqual({
    kind: 'edited',
    words: [
      { kind: 'same', text: '九月' },
      { kind: 'removed', text: '一' },
      { kind: 'added', text: '二' },
      { kind: 'same', text: '日施行' },
    ],
  })
})
