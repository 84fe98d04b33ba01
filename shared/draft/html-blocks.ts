import { Parser } from 'htmlparser2'
import type { Aside, Block, BlockKind, Canonical, Reference } from './block.ts'
import { BlockCollector } from './block-collector.ts'
import { isHiddenElement } from './hidden.ts'
import { coreOf } from './moved-block.ts'
import { type Cell, TableGrid } from './table-grid.ts'
import { absoluteTarget } from './target.ts'

/** Elements that end the block before and after them. Everything else is inline: its tags are formatting and leave no trace. */
const BREAKS = new Set(
  (
    'address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol optgroup option p pre section select summary table tbody td tfoot th thead tr ul'
  ).split(' '),
)
const SILENT = new Set(['script', 'style', 'template', 'title'])
/** Elements whose text counts elsewhere too, or in which what looks like a tag may be text. */
const ENTANGLING = new Set(['a', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes', 'plaintext', 'svg', 'math'])
const KINDS: Readonly<Record<string, BlockKind>> = {
  ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => [tag, 'heading'])),
  td: 'cell',
  th: 'cell',
  caption: 'caption',
  figcaption: 'caption',
}
const ASIDES = ['alt', 'title'] as const
const TARGETS = ['href', 'src', 'data', 'poster', 'action', 'background'] as const

interface Frame {
  tag: string
  kind: BlockKind
  cell: Cell | null
  hidden: boolean
  silent: boolean
  entangled: boolean
}

const GROUND: Frame = { tag: '', kind: 'paragraph', cell: null, hidden: false, silent: false, entangled: false }

const entangled = new WeakSet<Block>()

/** Whether the block's stretch of the source gives the block's text when it is read by itself, and nothing but this block holds that text. */
export function readsAlone(block: Block): boolean {
  return !entangled.has(coreOf(block))
}

/** One pass over the HTML; the parser is the same in every runtime, so its opinion of tag soup is the only one. */
class HtmlReader {
  readonly collector = new BlockCollector()
  readonly references: Reference[] = []
  readonly asides: Aside[] = []
  readonly #site: string
  #frames: Frame[] = [GROUND]
  #grids: TableGrid[] = []
  #tables = 0
  #openLinks: Reference[] = []
  #isEntangled = false

  constructor(site: string) {
    this.#site = site
  }

  get #top(): Frame {
    return this.#frames[this.#frames.length - 1]!
  }

  open(tag: string, attributes: Readonly<Record<string, string>>, start: number, end: number): void {
    if (BREAKS.has(tag)) this.#closeBlock()
    const above = this.#top
    const frame: Frame = {
      tag,
      kind: KINDS[tag] ?? above.kind,
      cell: above.cell,
      hidden: above.hidden || isHiddenElement(attributes),
      silent: above.silent || SILENT.has(tag),
      entangled: above.entangled || ENTANGLING.has(tag),
    }
    if (tag === 'table') {
      this.#grids.push(new TableGrid(this.#tables++))
      frame.kind = 'paragraph'
      frame.cell = null
    } else if (tag === 'tr') this.#grids.at(-1)?.openRow()
    else if (tag === 'td' || tag === 'th') frame.cell = this.#grids.at(-1)?.openCell(attributes, tag === 'th') ?? null
    this.#frames.push(frame)
    this.#collectReferences(tag, attributes, start, end, frame.hidden)
    for (const attribute of ASIDES) this.aside(attributes[attribute] ?? '', start, end)
  }

  aside(text: string, start: number, end: number): void {
    if (text.trim() !== '') this.asides.push({ text, start, end })
  }

  close(tag: string): void {
    if (BREAKS.has(tag)) this.#closeBlock()
    if (tag === 'table') this.#grids.pop()
    if (tag === 'a') this.#openLinks.pop()
    if (this.#frames.length > 1) this.#frames.pop()
  }

  text(text: string, from: number, units: number | null): void {
    if (this.#top.silent) return
    this.collector.add(text, from, units)
    if (this.#top.entangled) this.#isEntangled = true
    for (const link of this.#openLinks) link.text += text
  }

  finish(): Canonical {
    this.#closeBlock()
    const targetsOf = (tags: readonly string[], attribute: string) =>
      this.references.filter((at) => tags.includes(at.tag) && at.attribute === attribute).map((at) => at.target)
    return {
      blocks: this.collector.blocks,
      references: this.references,
      asides: this.asides,
      links: targetsOf(['a', 'area'], 'href'),
      images: targetsOf(['img'], 'src'),
    }
  }

  #closeBlock(): void {
    const { kind, cell, hidden } = this.#top
    const block = this.collector.close(kind, cell, hidden)
    if (block !== null && this.#isEntangled) entangled.add(block)
    this.#isEntangled = false
  }

  #collectReferences(
    tag: string,
    attributes: Readonly<Record<string, string>>,
    start: number,
    end: number,
    hidden: boolean,
  ): void {
    for (const attribute of TARGETS) {
      const value = attributes[attribute]
      if (value === undefined) continue
      const text = tag === 'a' ? '' : (attributes.alt ?? null)
      const style = attributes.style ?? ''
      const target = absoluteTarget(value, this.#site)
      const reference = { tag, attribute, value, target, text, style, hidden, start, end }
      this.references.push(reference)
      if (tag === 'a' && attribute === 'href') this.#openLinks.push(reference)
    }
    if (tag === 'a' && attributes.href === undefined) this.#openLinks.push({ ...NOWHERE })
  }
}

/** Stands for an `<a>` without a target, so that openings and closings stay paired. */
const NOWHERE: Reference = {
  tag: 'a',
  attribute: 'href',
  value: '',
  target: '',
  text: '',
  style: '',
  hidden: false,
  start: 0,
  end: 0,
}

/** Canonical blocks, links and images of an HTML fragment. Linear in its length; takes any string and never throws. */
export function readHtml(source: string, site: string): Canonical {
  const reader = new HtmlReader(site)
  const parser = new Parser({
    onopentag: (tag, attributes) => reader.open(tag, attributes, parser.startIndex, parser.endIndex + 1),
    onclosetag: (tag) => reader.close(tag),
    oncomment: (text) => reader.aside(text, parser.startIndex, parser.endIndex + 1),
    ontext: (text) => {
      const from = parser.startIndex
      const units = parser.endIndex + 1 - from
      const verbatim = units === text.length && source.startsWith(text, from)
      reader.text(text, from, verbatim ? null : units)
    },
  })
  parser.end(source)
  return reader.finish()
}
