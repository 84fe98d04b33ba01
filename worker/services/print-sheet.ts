import type { ReviewDetail } from '#shared/api/contract/reviews.ts'
import type { Call } from '../http/call.ts'
import { findReview, viewReview } from './view-review.ts'

const VERDICTS = { approve: '同意', return: '退回修改', refuse: '不予发布', refer: '报保密部门确定' } as const
const LEVELS = { first: '初审', second: '复审', final: '终审', confidentiality: '保密审查' } as const
const GATES = [
  ['political', '政治关'],
  ['legal', '法律关'],
  ['policy', '政策关'],
  ['confidentiality', '保密关'],
  ['wording', '文字关'],
] as const
const SYNCS = [
  ['organised', '同步组织'],
  ['signedOff', '同步审签'],
  ['deployed', '同步部署'],
] as const
const FORMS = { text: '文字', image: '图片', video: '视频', interview: '访谈', media: '媒体' } as const
const STYLE = `@page{size:A4;margin:20mm}body{font:12pt/1.6 SimSun,"Noto Serif CJK SC",serif;max-width:170mm;margin:auto}
h1{font-size:20pt;text-align:center;letter-spacing:.3em}table{width:100%;border-collapse:collapse}
th,td{border:1px solid #000;padding:2mm 3mm;text-align:left;vertical-align:top}th{width:28mm;font-weight:normal}
code{font:9pt/1.4 monospace;word-break:break-all}`

/** 发布审批单: one review on one A4 page, with the places of its decisions in the ledger. No word of the draft but its title. */
export function printSheet(id: string, call: Call): string {
  const review = viewReview(call.tenant, findReview(id, call))
  const rows = [
    ['稿件标题', text(review.title)],
    ['栏目', text(review.channel ?? '—')],
    ['科室', text(review.department ?? '—')],
    ['送审', `${text(review.submittedBy.name)}　${shanghai(review.submittedAt)}`],
    ['检查结果', counts(review)],
    ...planRow(review),
    ...review.decisions.map((decision) => decisionRow(decision)),
    ['内容指纹', `<code>${text(review.contentHash)}</code>`],
    ['台账树头', `<code>${text(call.tenant.ledger.head().note.split('\n').slice(0, 3).join(' '))}</code>`],
  ]
  const cells = rows.map(([name, value]) => `<tr><th>${name}</th><td>${value}</td></tr>`).join('\n')
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>发布审批单</title><style>${STYLE}</style>
<h1>发布审批单</h1><p>${text(call.tenant.name)}　编号 <code>${text(review.id)}</code></p><table>${cells}</table>
<p>印制时间 ${shanghai(call.now.toISOString())}。凭存证证明可离线核验本单所载决定。</p></html>`
}

function counts({ counts: { block, review, advise, unread }, ruleset }: ReviewDetail): string {
  return `禁止发布 ${block}，需复核 ${review}，提示 ${advise}，未检查 ${unread}（规则集 ${text(ruleset)}）`
}

function planRow({ interpretationPlan: plan }: ReviewDetail): [string, string][] {
  if (plan === null) return []
  const who = `${text(plan.responsibleDepartment)}，第一解读人 ${text(plan.leadInterpreter)}`
  return [['解读方案', `${FORMS[plan.form]}解读，${plan.dueOn} 前发布；${who}`]]
}

function decisionRow(decision: ReviewDetail['decisions'][number]): [string, string] {
  const gates = GATES.map(([gate, name]) => `${decision.gates[gate] ? '☑' : '☐'}${name}`).join(' ')
  const { threeSyncs } = decision
  const syncs = threeSyncs ? `　${SYNCS.map(([sync, name]) => `${threeSyncs[sync] ? '☑' : '☐'}${name}`).join(' ')}` : ''
  const deputy = decision.actingFor === null ? '' : `（代 ${text(decision.actingFor.name)}）`
  const reason = decision.reason === null ? '' : `<br>理由：${text(decision.reason)}`
  const who = `${text(decision.by.name)}${deputy}　${shanghai(decision.at)}　台账第 ${decision.seq} 条`
  return [LEVELS[decision.level], `<b>${VERDICTS[decision.verdict]}</b>　${who}<br>${gates}${syncs}${reason}`]
}

/** Everything from outside is escaped: a title is no place for markup. */
function text(value: string): string {
  return value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

function shanghai(at: string): string {
  return new Date(Date.parse(at) + 8 * 3600_000).toISOString().slice(0, 16).replace('T', ' ')
}
