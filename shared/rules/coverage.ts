import type { Canonical } from '../draft/block.ts'
import type { Draft, Unread } from '../draft/draft.ts'
import type { CheckContext } from './context.ts'
import type { Coverage } from './finding.ts'

const NAMES = {
  title: '标题',
  documentNumber: '发文字号',
  channel: '栏目',
  disclosureClass: '公开属性',
  datedOn: '成文日期',
  department: '科室',
  source: '来源',
} as const

/** 检查回执: each part of the draft stands either in `read` or in `unread`, never in neither. */
export function coverageOf(
  draft: Draft,
  canonical: Canonical,
  context: CheckContext,
  notJudged: readonly Unread[],
): Coverage {
  const read: Coverage['read'] = []
  for (const [field, name] of Object.entries(NAMES)) {
    const value = draft[field as keyof typeof NAMES]
    if (value !== null) read.push({ what: name, characters: value.length })
  }
  read.push({ what: '正文', characters: canonical.blocks.reduce((sum, block) => sum + block.text.length, 0) })
  if (draft.interpretations !== null)
    read.push({ what: `相关解读 ${draft.interpretations.length} 项`, characters: null })
  if (draft.attachments !== null) read.push({ what: `附件名 ${draft.attachments.length} 个`, characters: null })
  return {
    read: [...read, ...attachmentsRead(draft, context)],
    unread: [...draft.unread, ...attachmentsUnread(draft, context), ...notJudged],
  }
}

function attachmentsRead(draft: Draft, context: CheckContext): Coverage['read'] {
  return (draft.attachments ?? []).flatMap(({ name }) => {
    const content = context.attachments?.find((one) => one.name === name)
    return content === undefined || content.text === ''
      ? []
      : [{ what: `附件“${name}”`, characters: content.text.length }]
  })
}

function attachmentsUnread(draft: Draft, context: CheckContext): Unread[] {
  return (draft.attachments ?? []).flatMap(({ name }) => {
    const content = context.attachments?.find((one) => one.name === name)
    if (content === undefined) return [{ what: `附件“${name}”`, why: '未检查内容，请打开核对后确认' }]
    const parts = content.unread.map(({ what, why }) => ({ what: `附件“${name}”${what}`, why }))
    if (content.text === '' && parts.length === 0) return [{ what: `附件“${name}”`, why: '没有可读的文字，请人工核对' }]
    return parts
  })
}
