import type { Artefacts } from './artefacts.ts'

interface Stretch<N extends Node> {
  node: N
  start: number
  end: number
}

/** Characters of a text that the HTML serialisation writes as entities. */
export const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['\u00a0', '&nbsp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
])

/** Two boundary points of one document. Unlike a Range it costs a page nothing: a browser moves every live Range at every change of a text. */
export interface Bounds {
  startContainer: Node
  startOffset: number
  endContainer: Node
  endOffset: number
}

/** The way from offsets of a serialised string back to the nodes it was made of. Valid until the editable changes. */
export class Places {
  private readonly texts: Stretch<Text>[] = []
  private readonly tags: Stretch<Element>[] = []
  private readonly artefacts: Artefacts

  constructor(artefacts: Artefacts) {
    this.artefacts = artefacts
  }

  addText(node: Text, start: number, end: number): void {
    this.texts.push({ node, start, end })
  }

  addElement(node: Element, start: number, end: number): void {
    this.tags.push({ node, start, end })
  }

  /** `bounds` as a live Range. */
  range(start: number, end: number): Range | null {
    const bounds = this.bounds(start, end)
    if (bounds === null) return null
    const range = bounds.startContainer.ownerDocument!.createRange()
    range.setStart(bounds.startContainer, bounds.startOffset)
    range.setEnd(bounds.endContainer, bounds.endOffset)
    return range
  }

  /**
   * Where the characters of `[start, end)` stand, over several text nodes where tags split them. A place inside a tag (a link's address, an
   * image) gives that element. `null` where nothing of it is in the page.
   */
  bounds(start: number, end: number): Bounds | null {
    const first = this.texts[firstEndingAfter(this.texts, start)]
    if (end <= start || first === undefined || first.start >= end) return this.elementBounds(start, end)
    // The text that holds the last character, or, where that lies in a tag, the one before the tag.
    const at = firstEndingAfter(this.texts, end - 1)
    const last = at < this.texts.length && this.texts[at]!.start < end ? this.texts[at]! : this.texts[at - 1]!
    return {
      startContainer: first.node,
      startOffset: this.unitAt(first, Math.max(start, first.start), 'before'),
      endContainer: last.node,
      endOffset: this.unitAt(last, Math.min(end, last.end), 'after'),
    }
  }

  /** The node and offset of one position of the string; a position inside a tag is moved to the text that follows it. */
  toDom(offset: number): { node: Text; offset: number } | null {
    const text = this.texts[firstEndingAfter(this.texts, offset)] ?? this.texts.at(-1)
    if (text === undefined) return null
    return { node: text.node, offset: this.unitAt(text, Math.max(text.start, Math.min(offset, text.end)), 'before') }
  }

  private elementBounds(start: number, end: number): Bounds | null {
    const tag = this.tags[firstEndingAfter(this.tags, start)]
    if (tag === undefined || tag.start > Math.max(start, end - 1)) return null
    const element = tag.node
    const inside = element.childNodes.length
    if (inside > 0) return { startContainer: element, startOffset: 0, endContainer: element, endOffset: inside }
    const parent = element.parentNode
    if (parent === null) return null
    const index = Array.prototype.indexOf.call(parent.childNodes, element)
    return { startContainer: parent, startOffset: index, endContainer: parent, endOffset: index + 1 }
  }

  /** Unit of the text node at a string offset. Inside an entity: the character's own start (`before`) or end (`after`). */
  private unitAt(text: Stretch<Text>, offset: number, side: 'before' | 'after'): number {
    const { data } = text.node
    const characters = this.artefacts.characters(text.node)
    if (characters.size === 0 && data.length === text.end - text.start) return offset - text.start
    let at = text.start
    for (let unit = 0; unit < data.length; unit++) {
      const char = data[unit]!
      const wide = (characters.get(char) ?? entities.get(char) ?? char).length
      if (side === 'before' ? at + wide > offset : at >= offset) return unit
      at += wide
    }
    return data.length
  }
}

/** Index of the first stretch that ends after `offset`; the stretches are in order and do not overlap. */
function firstEndingAfter(stretches: readonly { end: number }[], offset: number): number {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (stretches[middle]!.end > offset) high = middle
    else low = middle + 1
  }
  return low
}
