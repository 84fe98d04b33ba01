import type { Place } from './text-view.ts'

/**
 * Stretches of a place in which words are not the author's own: `quotation` between “”, 「」 or "", `title` between 《》 or 〈〉, `statute` a cited
 * article (《…法》第X条规定 …, to the end of the sentence). `start` and `end` hold the marks themselves.
 */
export interface Zone {
  kind: 'quotation' | 'title' | 'statute'
  start: number
  end: number
}

const PAIRS: Readonly<Record<string, readonly [close: string, kind: Zone['kind']]>> = {
  '“': ['”', 'quotation'],
  '‘': ['’', 'quotation'],
  '「': ['」', 'quotation'],
  '『': ['』', 'quotation'],
  '《': ['》', 'title'],
  '〈': ['〉', 'title'],
}
const MARKS = /[“”‘’「」『』《》〈〉"]/g
const ARTICLE =
  /(?:法|条例|规定|办法|细则)》\s*(?:\([^()]{0,30}\)\s*)?第[一二三四五六七八九十百零〇\d]{1,7}条[^。]*。?/g
const known = new WeakMap<Place, readonly Zone[]>()

/** Zones of a place, in order of their beginnings. Linear; a mark without its partner makes no zone. Nested zones are all there. */
export function zonesOf(place: Place): readonly Zone[] {
  const ready = known.get(place) ?? findZones(place.text)
  known.set(place, ready)
  return ready
}

/** True where `[start, end)` lies inside a zone of one of the kinds. */
export function isInZone(place: Place, start: number, end: number, ...kinds: readonly Zone['kind'][]): boolean {
  return zonesOf(place).some((zone) => kinds.includes(zone.kind) && zone.start <= start && end <= zone.end)
}

export function findZones(text: string): Zone[] {
  const zones: Zone[] = []
  const open: { close: string; kind: Zone['kind']; start: number }[] = []
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    const at = open.findLastIndex((one) => one.close === mark)
    const pair = PAIRS[mark]
    if (at >= 0) {
      const { kind, start } = open[at]!
      zones.push({ kind, start, end: index + 1 })
      open.length = at
    } else if (mark === '"') open.push({ close: '"', kind: 'quotation', start: index })
    else if (pair !== undefined) open.push({ close: pair[0], kind: pair[1], start: index })
  }
  for (const match of text.matchAll(ARTICLE)) {
    const title = zones.find((zone) => zone.kind === 'title' && zone.start <= match.index && match.index < zone.end)
    if (title !== undefined) zones.push({ kind: 'statute', start: title.start, end: match.index + match[0].length })
  }
  return zones.sort((a, b) => a.start - b.start || b.end - a.end)
}
