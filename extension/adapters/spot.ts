import type { Bounds } from './places.ts'

/** A marked place. It follows edits as a live Range while it is drawn; else it is two points, and what their texts said. */
export class Spot {
  /** Live while it is drawn. */
  range: Range | null = null
  private bounds: Bounds
  private said: readonly [string, string]

  constructor(bounds: Bounds) {
    this.bounds = bounds
    this.said = [textOf(bounds.startContainer), textOf(bounds.endContainer)]
  }

  /** The elements that it begins and ends in. */
  ends(): readonly [Element | null, Element | null] {
    const { startContainer, endContainer } = this.range ?? this.bounds
    const start = elementOf(startContainer)
    return [start, startContainer === endContainer ? start : elementOf(endContainer)]
  }

  /** Sets `range` to where it stands now. False where edits took it away. */
  aim(range: Range): boolean {
    const { startContainer, startOffset, endContainer, endOffset } = this.bounds
    const from = placeNow(startContainer, startOffset, this.said[0])
    const to = placeNow(endContainer, endOffset, this.said[1])
    if (from === null || to === null) return false
    range.setStart(startContainer, from)
    range.setEnd(endContainer, to)
    return !range.collapsed
  }

  /** It is drawn no longer: its Range is given back, and it stays where that had come to. */
  rest(): Range | null {
    const { range } = this
    if (range === null) return null
    const { startContainer, startOffset, endContainer, endOffset } = range
    this.bounds = { startContainer, startOffset, endContainer, endOffset }
    this.said = [textOf(startContainer), textOf(endContainer)]
    this.range = null
    return range
  }
}

function elementOf(node: Node): Element | null {
  return node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement
}

function textOf(node: Node): string {
  return node.nodeType === Node.TEXT_NODE ? (node as Text).data : ''
}

function placeNow(node: Node, offset: number, said: string): number | null {
  if (!node.isConnected) return null
  if (node.nodeType !== Node.TEXT_NODE) return Math.min(offset, node.childNodes.length)
  return offsetNow(offset, said, (node as Text).data)
}

/** Where a place of `was` is in `now`, one stretch of which may have been written anew; null inside that stretch. */
export function offsetNow(offset: number, was: string, now: string): number | null {
  if (was === now) return offset
  const shorter = Math.min(was.length, now.length)
  let before = 0
  while (before < shorter && was[before] === now[before]) before++
  if (offset <= before) return offset
  let after = 0
  while (after < shorter - before && was[was.length - 1 - after] === now[now.length - 1 - after]) after++
  return offset >= was.length - after ? offset + now.length - was.length : null
}
