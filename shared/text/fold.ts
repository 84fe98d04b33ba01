import simplified from 'opencc-js/dict/TSCharacters'
import { LOOK_ALIKES } from './look-alikes.ts'

// Combining characters stand outside the class, where they would join the character before them.
/** Zero-width, bidi controls, variation selectors, soft hyphen, fillers: nothing a reader sees. */
const INVISIBLE =
  /\u034F|\u17B4|\u17B5|[\u00AD\u061C\u115F\u1160\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0001}-\u{E007F}]|[\u180B-\u180D\u180F]|[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]/u
/** Every space that is not a line end. */
const SPACE = /[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/
/** Where NFKC says "the same character in another dress". The rest of NFKC changes meaning (… ㎡ ½) and is left alone. */
const DRESSED =
  /[\u00B2\u00B3\u00B9\u2070-\u209C\u2100-\u218B\u2460-\u24FF\u2F00-\u2FD5\u3220-\u33FF\uF900-\uFAFF\uFB00-\uFB06\uFE30-\uFE6B\uFF01-\uFFEE\u{1D400}-\u{1D7FF}\u{1F100}-\u{1F1FF}\u{2F800}-\u{2FA1F}]/u

/** Traditional characters that are also the right simplified ones in other words (著名, 乾坤). */
const BOTH = new Set('著乾藉瞭')
const toSimplified = new Map(
  simplified
    .split('|')
    .map((entry): [string, string] => [
      entry.slice(0, entry.indexOf(' ')),
      entry.slice(entry.indexOf(' ') + 1).split(' ')[0]!,
    ])
    .filter(([from]) => !BOTH.has(from)),
)

function compute(character: string): string {
  if (INVISIBLE.test(character)) return ''
  if (SPACE.test(character)) return ' '
  const likeness = LOOK_ALIKES.get(character)
  if (likeness !== undefined) return likeness
  let form = character
  // ㈩ ⑴ ⒜ come out of NFKC in brackets; the bracket is part of the dress.
  if (DRESSED.test(character)) form = undressed(character)
  return [...form].map((one) => likenessOf(upper(toSimplified.get(one) ?? one))).join('')
}

/** ε becomes Ε by its case, and only then E by its look. */
function likenessOf(character: string): string {
  return LOOK_ALIKES.get(character) ?? character
}

function undressed(character: string): string {
  const form = character.normalize('NFKC')
  const bare = /^[(〔](.+)[)〕]$/.exec(form)?.[1]
  return bare ?? form.replace(/\u2044/g, '/').replace(/(\d)[.,]$/, '$1')
}

/** Upper case, one to one: a fold that changes the length (ß) would move what stands behind it for no gain. */
function upper(character: string): string {
  const form = character.toUpperCase()
  return form.length === character.length ? form : character
}

// Filled as characters come up: folding all of Unicode at start would cost a service worker 50 ms.
const known: (string | undefined)[] = new Array(0x10000)
const knownAstral = new Map<string, string>()

/** The plain form of one character (one code point, or a lone surrogate): one character, several, or none. */
export function fold(character: string): string {
  if (character.length === 2) {
    let form = knownAstral.get(character)
    if (form === undefined) {
      form = compute(character)
      knownAstral.set(character, form)
    }
    return form
  }
  const unit = character.charCodeAt(0)
  let form = known[unit]
  if (form === undefined) {
    form = unit >= 0xd800 && unit <= 0xdfff ? character : compute(character)
    known[unit] = form
  }
  return form
}
