import type { Canonical } from '../../draft/block.ts'
import type { Draft } from '../../draft/draft.ts'
import { defineRule, type Hit } from '../rule.ts'
import { fileNumber, isCodeName, isFileName, likeness } from './file-name.ts'
import { type Promised, readListed } from './listed.ts'

const ALIKE = 0.6

interface File {
  name: string
  /** Its place in the list of attachments; null for a link in the text. */
  index: number | null
}

export const attachmentMismatch = defineRule({
  id: 'attachment/mismatch',
  title: '附件与正文不一致',
  severity: 'block',
  basis: 'GB/T 9704-2012 7.3.4',
  advice: '核对附件说明与已上传的附件：缺的补传，多的删去，名称改为一致',
  *check({ draft, canonical, body, title }) {
    yield* emptyFiles(draft)
    const { items, inline, mentions } = readListed(body)
    const missing = items.filter((item) => !isInline(item, items, inline))
    const files = filesOf(draft, canonical)
    const answered = match(missing, files)
    const open = answered.filter((item) => !item.unbroken)
    const lost = open.length < answered.length || (items.length === 0 && mentions.some((one) => one.unbroken))
    if (
      draft.attachments === null &&
      (open.length > 0 || (items.length === 0 && mentions.length > 0 && files.length === 0 && inline.size === 0))
    ) {
      yield { unread: '附件说明与附件', why: '没有读到附件栏，无法核对正文提到的附件' }
      return
    }
    if (lost && files.length === 0 && inline.size === 0)
      yield { unread: '附件说明与附件', why: '正文没有分段，分不清附件说明与附件正文，请人工核对' }
    const found = `正文列出 ${items.length} 个附件，已上传 ${files.length} 个`
    for (const item of open) yield { ...item.span, why: `${found}，没有与“${item.name}”对应的文件` }
    if (items.length > 0) yield* extraFiles(files, items, title.places[0]?.text ?? '', found)
    else
      yield* brokenMentions(
        mentions.filter((one) => !one.unbroken),
        files,
        inline,
      )
  },
  finds: [
    { body: '附件：1.[[招生计划表]]\n2.报名登记表', attachments: ['报名登记表.docx'] },
    {
      body: '附件：1.检查表 2.评分细则 3.[[责任分工]] 4.整改台账',
      attachments: ['检查表.xlsx', '评分细则.doc', '整改台账.xls'],
    },
    { body: '请填写报名表，[[见附件]]。', attachments: [] },
    { body: '附件：名单', attachments: [{ name: '名单.xlsx', size: 0, sha256: null, url: null }] },
    { body: '附件：1.招生计划', attachments: ['招生计划.pdf', '[[个人信息采集底册.xlsx]]'] },
    { body: '<p>附件1：招生计划</p><p>附件2：[[学区划分表]]</p><p>2026年5月1日</p>', attachments: ['附件1.doc'] },
  ],
  passes: [
    {
      body: '附件：1.招生计划表\n2.报名登记表',
      attachments: ['附件2：报名登记表.docx', '1.招生计划表（2026年）.xlsx'],
    },
    {
      body: '<p>附件：工作任务清单</p><p>2026年5月1日</p><p>附件</p><p>工作任务清单</p><p>一、任务</p>',
      attachments: [],
    },
    { body: '<p>附件：报名表</p><p><a href="/2026/P0201.doc">报名表.doc</a></p>', attachments: [] },
    { body: '附件：1.名单 2.日程', attachments: ['P020190927.pdf', 'P020190928.pdf'] },
    { body: '请按《办法》附件2的要求办理。', attachments: [] },
    {
      title: '关于印发工作要点的通知',
      body: '附件：分工表',
      attachments: ['关于印发工作要点的通知.pdf', '分工表.xls'],
    },
  ],
})

function* emptyFiles(draft: Draft): Generator<Hit> {
  for (const [index, { name, size }] of (draft.attachments ?? []).entries())
    if (size === 0)
      yield { field: `attachment:${index}`, start: 0, end: name.length, why: '文件大小为 0 字节，打开是空的' }
}

function filesOf(draft: Draft, canonical: Canonical): File[] {
  const files: File[] = (draft.attachments ?? []).map(({ name }, index) => ({ name, index }))
  for (const { tag, attribute, target, text } of canonical.references) {
    if (tag !== 'a' || attribute !== 'href') continue
    const path = target.split(/[?#]/)[0]!
    if (!isFileName(path) && !isFileName(text ?? '')) continue
    const name = text !== null && /[\u4E00-\u9FFF]/.test(text) ? text : path.slice(path.lastIndexOf('/') + 1)
    if (!files.some((file) => file.name === name)) files.push({ name, index: null })
  }
  return files
}

function isInline({ number, name }: Promised, items: readonly Promised[], inline: ReadonlySet<number>): boolean {
  return inline.has(number ?? 0) || (items.length === 1 && (inline.has(0) || inline.has(1))) || name === ''
}

/** The promised annexes that no file answers: by name, else by number, else by a file whose name says nothing. */
function match(items: readonly Promised[], files: readonly File[]): Promised[] {
  const free = new Set(files)
  const take = (fits: (file: File) => boolean) => {
    for (const file of free)
      if (fits(file)) {
        free.delete(file)
        return true
      }
    return false
  }
  return items
    .filter((item) => !take((file) => likeness(item.name, file.name) >= ALIKE))
    .filter(
      (item) => !take((file) => item.number !== null && fileNumber(file.name) === item.number && isCodeName(file.name)),
    )
    .filter(() => !take((file) => isCodeName(file.name)))
}

function* extraFiles(files: readonly File[], items: readonly Promised[], title: string, found: string): Generator<Hit> {
  for (const { name, index } of files) {
    if (index === null || isCodeName(name)) continue
    const known = items.some((item) => likeness(item.name, name) >= ALIKE) || likeness(title, name) >= ALIKE
    if (!known)
      yield { field: `attachment:${index}`, start: 0, end: name.length, why: `${found}，附件说明里没有这个文件` }
  }
}

function* brokenMentions(
  mentions: readonly Promised[],
  files: readonly File[],
  inline: ReadonlySet<number>,
): Generator<Hit> {
  for (const { number, span } of mentions) {
    if (inline.size > 0 || (number ?? 1) <= files.length) continue
    yield { ...span, why: `正文提到附件${number ?? ''}，已上传 ${files.length} 个` }
    return
  }
}
