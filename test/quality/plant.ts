import type { Draft } from '#shared/draft/draft.ts'
import type { CheckContext } from '#shared/rules/context.ts'
import { CONTEXT, carriers, draftOf } from './carriers.ts'
import type { Fault } from './fault.ts'
import { POSITIONS, type Position } from './position.ts'
import type { Random } from './random.ts'
import type { Residue } from './residue.ts'

/** A draft with one fault in it. `from` and `to` are where it stands in the body, null where the fault is elsewhere. */
export interface Planted {
  draft: Draft
  context: CheckContext
  place: { start: number; end: number } | null
  position: string
  residue: string
}

// Private-use marks around what was planted; they are taken out again before anything reads the body.
const OPEN = '\uE0F0'
const CLOSE = '\uE0F1'

/** The positions that a fault can take: a sentence all of them, lines and markup between paragraphs, a change none. */
export function positionsOf(fault: Fault): readonly Position[] {
  if (fault.text !== undefined) return POSITIONS.filter((position) => fault.notIn?.includes(position) !== true)
  return fault.lines !== undefined || fault.html !== undefined ? ['start', 'middle', 'end'] : ['start']
}

/** True where a residue has something to work on and leaves the fault a fault. */
export function takes(fault: Fault, residue: Residue): boolean {
  if (residue.name === 'plain') return true
  if (fault.not?.includes(residue.name) === true) return false
  return (
    fault.text !== undefined || fault.lines !== undefined || (fault.replace !== undefined && fault.replace.to !== '')
  )
}

export function plant(fault: Fault, position: Position, residue: Residue, random: Random): Planted {
  const carrier = carriers[fault.carrier ?? 'notice']
  const dirty = (text: string) => `${OPEN}${residue.html(text, random)}${CLOSE}`
  const paragraphs = carrier.paragraphs.map((text) => `<p class="MsoNormal">${replaced(text, fault, dirty)}</p>`)
  const middle = 2 + random.below(Math.max(1, paragraphs.length - 3))
  if (fault.text !== undefined && position === 'in a sentence')
    paragraphs[1] = `<p>${carrier.paragraphs[1]}${dirty(fault.text)}请认真落实。</p>`
  else if (fault.text !== undefined && position === 'in a table')
    paragraphs.splice(middle, 0, `<table><tr><td>内容</td><td>${dirty(fault.text)}</td></tr></table>`)
  else {
    const lines = fault.text !== undefined ? [fault.text] : (fault.lines ?? [])
    const block =
      fault.html !== undefined
        ? `${OPEN}${fault.html}${CLOSE}`
        : lines.map((line) => `<p>${dirty(line)}</p>`).join('\n')
    const at = position === 'start' ? 0 : position === 'end' ? paragraphs.length : middle
    if (block !== '') paragraphs.splice(at, 0, block)
  }
  const marked = paragraphs.join('\n')
  const source = marked.replaceAll(OPEN, '').replaceAll(CLOSE, '')
  const draft = { ...draftOf(carrier, source, 'html'), ...fault.draft }
  return { draft, context: { ...CONTEXT, ...fault.context }, place: placeOf(marked), position, residue: residue.name }
}

function replaced(text: string, { replace }: Fault, dirty: (text: string) => string): string {
  if (replace === undefined || !text.includes(replace.from)) return text
  const [before = '', after = ''] = text.split(replace.from)
  return before + (replace.to === '' ? '' : dirty(replace.to)) + after
}

/** From the first mark to the last, counted in the text without marks. */
function placeOf(marked: string): Planted['place'] {
  const start = marked.indexOf(OPEN)
  if (start < 0) return null
  const end = marked.slice(0, marked.lastIndexOf(CLOSE)).replaceAll(OPEN, '').replaceAll(CLOSE, '').length
  return { start, end }
}
