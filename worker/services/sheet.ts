import type { ReviewDetail } from '#shared/api/contract/reviews.ts'
import { cut, shanghai, text } from './sheet-text.ts'

/** What the page says besides the review. `titleOf`: a rule's Chinese name. `head`: the signed head of the ledger. */
export interface SheetFacts {
  readonly bureau: string
  readonly head: string
  readonly printedAt: string
  titleOf(rule: string): string
}
type Decision = ReviewDetail['decisions'][number]
type Row = readonly [string, string]

const VERDICTS = { approve: '同意', return: '退回修改', refuse: '不予发布', refer: '报保密部门确定' } as const
const LEVELS = { first: '初审', second: '复审', final: '终审', confidentiality: '保密审查' } as const
const SEVERITIES = { block: '禁止发布', review: '需复核', advise: '提示' } as const
const ANSWERS = { fixed: '已改正', 'false-positive': '误报', accepted: '保留' } as const
const FORMS = { text: '文字', image: '图片', video: '视频', interview: '访谈', media: '媒体' } as const
const GATES = {
  political: '政治关',
  legal: '法律关',
  policy: '政策关',
  confidentiality: '保密关',
  wording: '文字关',
} as const
const SYNCS = { organised: '同步组织', signedOff: '同步审签', deployed: '同步部署' } as const

/** One A4 page holds so many decisions; earlier ones are named by their place in the ledger. */
const DECISIONS = 6
/** Columns of a reason, by how many decisions stand on the page. */
const reasonCells = (decisions: number) => (decisions <= 2 ? 340 : decisions <= 4 ? 160 : 72)
const findingRows = (decisions: number) => (decisions <= 2 ? 12 : 7)

const OVERFLOW = '带……处为节录，全文见系统内本编号的送审单。'

/** Scripts, frames, forms and loads are all refused; the same holds for the page once it is saved. */
export const SHEET_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
const STYLE = `@page{size:A4;margin:15mm}*{box-sizing:border-box}
body{font:10.5pt/1.4 SimSun,"Noto Serif CJK SC",serif;width:180mm;margin:0 auto}
h1{font-size:18pt;line-height:1.2;text-align:center;letter-spacing:.3em;margin:0 0 2mm}p{margin:0 0 2mm}table+p{margin:2mm 0 0}
table{width:100%;border-collapse:collapse;table-layout:fixed}
th,td{border:.3mm solid #000;padding:.8mm 2mm;text-align:left;vertical-align:top;overflow-wrap:anywhere}
@media screen{body{padding:12mm 0}}th{width:26mm;font-weight:normal}.small{font-size:9pt;line-height:1.35}code{font:8pt/1.35 monospace;word-break:break-all}`

/**
 * 发布审批单: one review on exactly one A4 page, with the places of its decisions in the ledger. What does not fit is cut with …… and said at the foot.
 * No word of the draft but its title.
 */
export function sheetOf(review: ReviewDetail, facts: SheetFacts): string {
  const shown = review.decisions.slice(-DECISIONS)
  const rows: Row[] = [
    ['稿件标题', cut(review.title, 210)],
    ['栏目、科室', `${cut(review.channel ?? '—', 60)}；${cut(review.department ?? '—', 60)}`],
    ['送审', `${cut(review.submittedBy.name, 40)}　${shanghai(review.submittedAt)}`],
    ['检查结果', counts(review)],
    ...findingsRow(review, facts),
    ...planRow(review),
    ...earlierRow(review.decisions),
    ...shown.map((decision) => decisionRow(decision, shown.length)),
    ['内容指纹', `<code>${text(review.contentHash)}</code>`],
    ['台账树头', `<code>${text(facts.head.split('\n').slice(0, 3).join(' '))}</code>`],
  ]
  const cells = rows.map(([name, value]) => `<tr><th>${name}</th><td>${value}</td></tr>`).join('\n')
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${SHEET_POLICY.replace("; frame-ancestors 'none'", '')}">
<title>发布审批单</title><style>${STYLE}</style>
<h1>发布审批单</h1><p>${cut(facts.bureau, 60)}　编号 <code>${text(review.id)}</code></p><table>${cells}</table>
<p class="small">印制时间 ${shanghai(facts.printedAt)}。${cells.includes('……') ? OVERFLOW : ''}凭存证证明可离线核验本单所载决定。</p></html>`
}

function counts({ counts: { block, review, advise, unread }, ruleset }: ReviewDetail): string {
  return `禁止发布 ${block}，需复核 ${review}，提示 ${advise}，未检查 ${unread}（规则集 ${text(ruleset)}）`
}

/** One line a rule, the worst first: how often, and what was answered. */
function findingsRow({ report, findings, decisions }: ReviewDetail, { titleOf }: SheetFacts): Row[] {
  const answers = new Map(decisions.flatMap((one) => one.answers).map(({ finding, answer }) => [finding, answer]))
  const lines = new Map<string, { name: string; of: (keyof typeof ANSWERS | null)[] }>()
  const order = Object.keys(SEVERITIES)
  const sorted = (report?.findings ?? findings)
    .map(({ rule, severity }, i) => ({ rule, severity, i }))
    .toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || a.i - b.i)
  for (const { rule, severity, i } of sorted) {
    const name = `${SEVERITIES[severity]}：${titleOf(rule)}`
    const line = lines.get(name) ?? { name, of: [] }
    lines.set(name, line)
    line.of.push(answers.get(i) ?? null)
  }
  if (lines.size === 0) return []
  const most = findingRows(Math.min(decisions.length, DECISIONS))
  const shown = [...lines.values()].slice(0, most).map(({ name, of }) => `${cut(name, 50)} ${of.length} 条${said(of)}`)
  const rest = [...lines.values()].slice(most)
  const more = rest.reduce((sum, { of }) => sum + of.length, 0)
  if (rest.length > 0) shown.push(`……另有 ${rest.length} 类 ${more} 条，见系统内送审单`)
  return [['问题与答复', `<div class="small">${shown.join('<br>')}</div>`]]
}

function said(of: readonly (keyof typeof ANSWERS | null)[]): string {
  const parts = (Object.keys(ANSWERS) as (keyof typeof ANSWERS)[])
    .map((answer) => [ANSWERS[answer], of.filter((one) => one === answer).length] as const)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name} ${count}`)
  return parts.length === 0 ? '' : `（${parts.join('，')}）`
}

function planRow({ interpretationPlan: plan }: ReviewDetail): Row[] {
  if (plan === null) return []
  const who = `${cut(plan.responsibleDepartment, 40)}，第一解读人 ${cut(plan.leadInterpreter, 20)}`
  return [['解读方案', `${FORMS[plan.form]}解读，${plan.dueOn} 前发布；${who}`]]
}

function earlierRow(decisions: readonly Decision[]): Row[] {
  const earlier = decisions.slice(0, -DECISIONS)
  if (earlier.length === 0) return []
  const places = earlier.map(({ seq }) => seq)
  return [['更早的决定', `……${earlier.length} 次，见台账第 ${Math.min(...places)} 至 ${Math.max(...places)} 条`]]
}

function decisionRow(decision: Decision, decisions: number): Row {
  const { threeSyncs } = decision
  const marks = (names: Readonly<Record<string, string>>, ticked: Readonly<Record<string, boolean>>) =>
    Object.entries(names)
      .map(([key, name]) => `${ticked[key] ? '☑' : '☐'}${name}`)
      .join(' ')
  const syncs = threeSyncs ? `　${marks(SYNCS, threeSyncs)}` : ''
  const deputy = decision.actingFor === null ? '' : `（代 ${cut(decision.actingFor.name, 20)}）`
  const reason = decision.reason === null ? '' : `<br>理由：${cut(decision.reason, reasonCells(decisions))}`
  const who = `${cut(decision.by.name, 26)}${deputy}　${shanghai(decision.at)}　台账第 ${decision.seq} 条`
  const value = `<b>${VERDICTS[decision.verdict]}</b>　${who}<br>${marks(GATES, decision.gates)}${syncs}${reason}`
  return [LEVELS[decision.level], `<div class="small">${value}</div>`]
}
