import { diffArrays } from 'diff'
import { readBlocks } from '#shared/draft/blocks.ts'
import { contentForm } from '#shared/draft/content-hash.ts'
import type { Draft } from '#shared/draft/draft.ts'
import type { BlockChange } from '../messages/view.ts'
import { maskNumbers } from './mask.ts'

const FIELDS = {
  title: '标题',
  documentNumber: '文号',
  channel: '栏目',
  disclosureClass: '公开属性',
  datedOn: '成文日期',
} as const

/** A draft as lines that a person can compare: its fields, its blocks, its links, attachments and interpretations. Equal hashes give equal lines. */
export function linesOf(draft: Draft): string[] {
  const form = contentForm(draft, readBlocks(draft.body, draft.site))
  return [
    ...Object.entries(FIELDS).map(([field, word]) => `${word}：${form[field as keyof typeof FIELDS] ?? '（无）'}`),
    ...form.blocks.map(({ text }) => text),
    ...form.links.map((link) => `链接：${link}`),
    ...form.images.map((image) => `图片：${image}`),
    ...(form.attachments ?? []).map(
      ({ name, size, sha256 }) => `附件：${name}（${size ?? '大小未知'}，${sha256 ?? '未取得摘要'}）`,
    ),
    ...(form.interpretations ?? []).map(({ form: kind, title, url }) => `解读：${kind} ${title} ${url ?? ''}`.trim()),
  ]
}

/**
 * What moved from one draft to another, line by line, each change with one unchanged line around it; numbers of persons masked. Null where no
 * line differs.
 */
export function changesBetween(before: Draft, after: Draft): BlockChange[] | null {
  const all: BlockChange[] = diffArrays(linesOf(before), linesOf(after)).flatMap(({ added, removed, value }) =>
    value.map((text) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: maskNumbers(text) }) as const),
  )
  const near = (index: number): boolean => [-1, 0, 1].some((step) => (all[index + step]?.kind ?? 'same') !== 'same')
  const shown = all.filter((_, index) => near(index))
  return shown.length === 0 ? null : shown
}
