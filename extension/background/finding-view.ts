import type { Block, Canonical } from '#shared/draft/block.ts'
import type { Draft } from '#shared/draft/draft.ts'
import type { Finding } from '#shared/rules/finding.ts'
import { originalField } from '#shared/rules/original.ts'
import type { FindingView } from '../messages/view.ts'
import { maskNumbers } from './mask.ts'

/** Characters of the draft shown on each side of a finding, and the stretch that is masked before it is cut to that. */
const AROUND = 14
const STRETCH = 200

const FIELD_WORDS: Record<string, string> = {
  title: '标题',
  documentNumber: '文号',
  channel: '栏目',
  disclosureClass: '公开属性',
  datedOn: '成文日期',
  department: '科室',
  source: '来源',
}

/** A finding as the panel shows it: where in words, a few characters on each side, personal numbers masked. */
export function viewFinding(
  finding: Finding,
  draft: Draft,
  canonical: Canonical,
  disputed: string | null,
): FindingView {
  const { rule, severity, message, advice, basis, why, field, start, end } = finding
  const where = field === 'body' ? placeInBody(canonical, start, end) : placeInField(draft, finding)
  return {
    rule,
    severity,
    message,
    advice,
    basis,
    why: maskNumbers(why),
    span: { field, start, end },
    place: where.place,
    ...maskAround(where.before, finding.text, where.after),
    disputed,
  }
}

interface Place {
  place: string
  before: string
  after: string
}

function placeInField(draft: Draft, { field, start, end }: Finding): Place {
  const [name, index] = field.split(':')
  const attachment = name?.startsWith('attachment') ? `附件 ${Number(index) + 1}` : null
  const whole = originalField(draft, {}, field)
  const all = start === 0 && end >= whole.length
  return {
    place: attachment ?? FIELD_WORDS[field] ?? field,
    before: all ? '' : whole.slice(Math.max(0, start - STRETCH), start),
    after: all ? '' : whole.slice(end, end + STRETCH),
  }
}

function placeInBody(canonical: Canonical, start: number, end: number): Place {
  const index = canonical.blocks.findIndex((block) => start < block.toSourceEnd(block.text.length))
  const block = canonical.blocks[index]
  if (block === undefined) return { place: '正文', before: '', after: '' }
  const from = textOffset(block, start)
  const to = Math.max(from, textOffset(block, end))
  return {
    place: block.cell === null ? `第 ${index + 1} 段` : '表格',
    before: block.text.slice(Math.max(0, from - STRETCH), from),
    after: block.text.slice(to, to + STRETCH),
  }
}

/** The first text offset whose source is at or after `source`. `toSource` never goes down, so halving finds it. */
export function textOffset(block: Block, source: number): number {
  let low = 0
  let high = block.text.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (block.toSource(middle) < source) low = middle + 1
    else high = middle
  }
  return low
}

/** Masked first and cut afterwards: a number must not escape by being split at an edge. */
function maskAround(before: string, text: string, after: string): Pick<FindingView, 'before' | 'text' | 'after'> {
  const head = maskNumbers(before)
  const tail = maskNumbers(after)
  const joined = maskNumbers(before + text + after)
  const apart = joined.startsWith(head) && joined.endsWith(tail) && joined.length >= head.length + tail.length
  if (!apart) return { before: '', text: maskNumbers(text), after: '' }
  return {
    before: head.slice(-AROUND),
    text: joined.slice(head.length, joined.length - tail.length),
    after: tail.slice(0, AROUND),
  }
}
