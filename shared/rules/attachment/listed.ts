import type { Span } from '../../draft/span.ts'
import { type Place, spanOf, type TextView } from '../text-view.ts'

/** An annex that the text promises: in the 附件说明, or by 见附件. */
export interface Promised {
  /** Its number where it has one. */
  number: number | null
  /** Its name; empty where only a number is mentioned. */
  name: string
  /** It stands in a text whose line breaks were lost, where the annex itself cannot be told from its mention. */
  unbroken: boolean
  span: Span
}

const NUMERALS = '一二三四五六七八九十'
const NUMBER = `(?:\\d{1,2}|[${NUMERALS}])`
/** 附件：1.… or 附件：name, at the start of a piece or after a gap (breaks are lost in some pages). */
const LIST = /(?:^|\s)附\s?件\s?:\s?(?=\S)|^附\s?:\s?(?=1\s?[.、])/g
const LINE = new RegExp(`^附\\s?件\\s?(${NUMBER})\\s?[:.、]\\s?(.{2,120})$`)
const CONTINUED = /^(\d{1,2})\s?[.、]\s?(.{2,120})$/
const BARE = new RegExp(`^附\\s?件\\s?(${NUMBER})?\\s?:?$`)
const MENTION = new RegExp(`(?:详见|见|参见|请见|下载)[“"]?附件\\s?(${NUMBER}?)|[(]附件\\s?(${NUMBER}?)[)]`, 'g')
/** No paragraph of a document is that long. */
const UNBROKEN = 1500
const DATE_LINE = /^(?:19|20)\d{2}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日$/

/** A text that promises more is no 附件说明; what lies beyond is not looked at. */
const MOST = 300

/** What the body says about its annexes. */
export interface Listed {
  items: Promised[]
  /** Numbers of annexes whose text follows inline; 0 for one without a number. */
  inline: ReadonlySet<number>
  mentions: Promised[]
}

/** Reads the 附件说明, the annexes that follow inline, and the mentions. Linear in the text. */
export function readListed(body: TextView): Listed {
  const items: Promised[] = []
  const inline = new Set<number>()
  const mentions: Promised[] = []
  const { places } = body
  if (!body.whole.includes('附')) return { items, inline, mentions }
  const signature = places.findLastIndex(({ text }) => DATE_LINE.test(text))
  for (const [index, place] of places.entries()) {
    if (items.length === 0 && !place.text.includes('附')) continue
    const bare = BARE.exec(place.text)
    if (bare) inline.add(numberOf(bare[1]))
    const line = LINE.exec(place.text)
    if (line && items.length < MOST) {
      const number = numberOf(line[1])
      if ((index > signature && hasContentBelow(places, index)) || items.some((item) => item.number === number))
        inline.add(number)
      if (!items.some((item) => item.number === number))
        items.push(promised(place, line[2]!, place.text.lastIndexOf(line[2]!), number))
    }
    for (const match of items.length < MOST ? place.text.matchAll(LIST) : []) {
      if (items.length >= MOST) break
      items.push(...listFrom(places, index, match.index + match[0].length))
    }
    for (const match of place.text.matchAll(MENTION)) {
      const number = match[1] || match[2] || ''
      mentions.push({
        number: number === '' ? null : numberOf(number),
        name: '',
        unbroken: place.text.length > UNBROKEN,
        span: spanOf(place, match.index, match.index + match[0].length),
      })
    }
    if (items.length > 0) addHeadings(place, items, inline)
  }
  return { items, inline, mentions }
}

function numberOf(text: string | undefined): number {
  if (text === undefined || text === '') return 0
  return NUMERALS.includes(text) ? NUMERALS.indexOf(text) + 1 : Number(text)
}

function promised(place: Place, name: string, start: number, number: number | null): Promised {
  return {
    number,
    name: name.trim(),
    unbroken: place.text.length > UNBROKEN,
    span: spanOf(place, start, start + name.trimEnd().length),
  }
}

/** The numbered names from `start` on, in this piece and the ones after it; or one name without a number. */
function listFrom(places: readonly Place[], index: number, start: number): Promised[] {
  const place = places[index]!
  const rest = place.text.slice(start)
  if (!/^1\s?[.、]/.test(rest)) {
    const name = /^[^。;]{2,80}$/.exec(rest)?.[0]
    return name === undefined ? [] : [promised(place, name, start, null)]
  }
  const items: Promised[] = []
  let at = 0
  for (let number = 1; number < 100; number += 1) {
    const mark = new RegExp(`(?:^|\\s)${number}\\s?[.、]\\s?`).exec(rest.slice(at))
    if (mark === null || mark.index > 0) break
    const from = at + mark.index + mark[0].length
    const next = rest.slice(from).search(new RegExp(`\\s${number + 1}\\s?[.、]|\\s附\\s?件`))
    const name = rest.slice(from, next < 0 ? from + 80 : from + next)
    items.push(promised(place, name.split(/[。;]/)[0]!, start + from, number))
    at = next < 0 ? rest.length : from + next
  }
  for (let next = index + 1; next < places.length; next += 1) {
    const line = CONTINUED.exec(places[next]!.text)
    if (line === null || Number(line[1]) !== items.length + 1 || line[2]!.includes('。')) break
    items.push(promised(places[next]!, line[2]!, places[next]!.text.length - line[2]!.length, items.length + 1))
  }
  return items
}

/** An annex is inline when its text comes right below, behind the date that ends the letter: a table, or some 80 characters. */
function hasContentBelow(places: readonly Place[], index: number): boolean {
  let characters = 0
  for (const place of places.slice(index + 1, index + 6)) {
    if (BARE.test(place.text) || LINE.test(place.text)) return false
    if (place.block?.cell) return true
    characters += place.text.length
  }
  return characters > 80
}

/** Where breaks are lost the heading of an inline annex stands inside a piece: 附件1 and the name of the item. */
function addHeadings(place: Place, items: readonly Promised[], inline: Set<number>): void {
  const text = place.text.replaceAll(' ', '')
  const hasHeading = text.includes('附件')
  const own = spanOf(place, 0, place.text.length)
  for (const { number, name, span } of items) {
    if (name === '') continue
    const isOwnPiece = own.start <= span.start && span.end <= own.end
    const isHeading = hasHeading && text.includes(`附件${number ?? ''}${name.replaceAll(' ', '').slice(0, 6)}`)
    if (isHeading || (!isOwnPiece && place.text === name)) inline.add(number ?? 0)
  }
}
