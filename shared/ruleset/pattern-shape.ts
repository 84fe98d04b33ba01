/** What every match of a pattern is sure to have. */
export interface Shape {
  /** Fewest characters that a match can have. */
  shortest: number
  /** True where some literal or narrow class must stand in every match: without one a pattern may match anywhere. */
  anchored: boolean
  /** One of these stands in every match; null where no such list is known. For the prefilter. */
  literals: readonly string[] | null
  /** The only text that it matches; null where there are others. */
  exact: string | null
}

/** A syntax that is not accepted although the engine would take it; the message is Chinese. */
export class PatternRefusal extends Error {}

/** A class of more characters than this says nothing about where a match may stand. */
const NARROW = 200
const EMPTY: Shape = { shortest: 0, anchored: false, literals: null, exact: '' }
const ANYTHING: Shape = { shortest: 1, anchored: false, literals: null, exact: null }
const ZERO_WIDTH = /^(?:\^|\$|\\[Az])/
const FLAGS = /^\(\?[imsU]*(?:-[imsU]+)?\)/
const GROUP = /^\((?:\?P?<[A-Za-z]\w*>|\?[imsU]*(?:-[imsU]+)?:)?/
const REPEAT = /^(?:[*+?]|\{(\d+)(?:,(\d*))?\})[?+]?/
const PROPERTY = /^\\[pP](?:\{\^?\w+\}|\w)/
const CODE = /^\\x(?:\{([0-9A-Fa-f]{1,6})\}|([0-9A-Fa-f]{2}))/

/**
 * Reads a pattern (RE2 syntax that has compiled already) for its shape. Throws `PatternRefusal` for `\s`, `\w`, `\b` and their kin: they are
 * ASCII only, and would mean something else to whoever writes Chinese rules.
 */
export function shapeOf(pattern: string): Shape {
  const reader = new ShapeReader(pattern)
  return reader.alternation()
}

class ShapeReader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  alternation(): Shape {
    const branches = [this.#sequence()]
    while (this.#take(/^\|/) !== null) branches.push(this.#sequence())
    const [first, ...others] = branches
    return others.reduce(either, first ?? EMPTY)
  }

  #sequence(): Shape {
    let whole = EMPTY
    let run = ''
    for (;;) {
      const rest = this.#text.slice(this.#at)
      if (rest === '' || rest[0] === '|' || rest[0] === ')') break
      if (this.#take(ZERO_WIDTH) !== null || this.#take(FLAGS) !== null) continue
      const atom = this.#atom()
      const repeat = this.#repeat()
      if (atom.exact !== null && repeat === null) {
        run += atom.exact
        continue
      }
      whole = both(both(whole, literalShape(run)), repeat === null ? atom : repeated(atom, repeat))
      run = ''
    }
    return both(whole, literalShape(run))
  }

  /** Least number of repetitions; null where there is no repetition. */
  #repeat(): number | null {
    const repeat = this.#take(REPEAT)
    if (repeat === null) return null
    if (repeat[1] !== undefined) return Number(repeat[1])
    return repeat[0].startsWith('+') ? 1 : 0
  }

  #atom(): Shape {
    const group = this.#take(GROUP)
    if (group !== null) {
      const inner = this.alternation()
      this.#take(/^\)/)
      return inner
    }
    if (this.#text[this.#at] === '[') return this.#class()
    if (this.#take(/^\./) !== null) return ANYTHING
    if (this.#text[this.#at] === '\\') return this.#escape()
    const [character = ''] = this.#take(/^[\s\S]/u) ?? []
    return literalShape(character)
  }

  #escape(): Shape {
    const refused = this.#take(/^\\[sSwWbB]/)
    if (refused !== null)
      throw new PatternRefusal(`不能使用 ${refused[0]}，它只认英文字母和半角空格，请写明要匹配的字符`)
    const quoted = this.#take(/^\\Q([\s\S]*?)(?:\\E|$)/)
    if (quoted !== null) return literalShape(quoted[1] ?? '')
    if (this.#take(PROPERTY) !== null || this.#take(/^\\[DC]/) !== null) return ANYTHING
    if (this.#take(/^\\d/) !== null) return { ...ANYTHING, anchored: true }
    const code = this.#take(CODE)
    if (code !== null) return literalShape(String.fromCodePoint(Number.parseInt(code[1] ?? code[2] ?? '0', 16)))
    const [text = ''] = this.#take(/^\\[\s\S]/u) ?? []
    return literalShape(text.slice(1))
  }

  /** A class: how many characters it holds, as far as that can be told. */
  #class(): Shape {
    const negated = this.#take(/^\[\^/) !== null
    if (!negated) this.#take(/^\[/)
    let size = 0
    for (let first = true; first || this.#text[this.#at] !== ']'; first = false) {
      if (this.#at >= this.#text.length) break
      const named = this.#take(/^\[:\^?\w+:\]/)
      if (named !== null && /space|word/.test(named[0]))
        throw new PatternRefusal(`不能使用 ${named[0]}，请写明要匹配的字符`)
      if (this.#take(/^\\[sSwW]/) !== null) throw new PatternRefusal('字类里不能使用 \\s 和 \\w，请写明要匹配的字符')
      if (named !== null || this.#take(PROPERTY) !== null || this.#take(/^\\D/) !== null) size += NARROW + 1
      else if (this.#take(/^\\d/) !== null) size += 10
      else size += this.#range()
    }
    this.#take(/^\]/)
    return { ...ANYTHING, anchored: !negated && size > 0 && size <= NARROW }
  }

  #range(): number {
    const from = this.#character()
    if (this.#text[this.#at] !== '-' || this.#text[this.#at + 1] === ']') return 1
    this.#at += 1
    return Math.max(1, this.#character() - from + 1)
  }

  #character(): number {
    const code = this.#take(CODE)
    if (code !== null) return Number.parseInt(code[1] ?? code[2] ?? '0', 16)
    const [text = ''] = this.#take(/^\\?[\s\S]/u) ?? []
    return text.replace(/^\\(?=.)/s, '').codePointAt(0) ?? 0
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    const match = pattern.exec(this.#text.slice(this.#at, this.#at + 1100))
    if (match !== null) this.#at += match[0].length
    return match
  }
}

function literalShape(text: string): Shape {
  return text === '' ? EMPTY : { shortest: text.length, anchored: true, literals: [text], exact: text }
}

function both(a: Shape, b: Shape): Shape {
  return {
    shortest: a.shortest + b.shortest,
    anchored: a.anchored || b.anchored,
    literals: rarer(a.literals, b.literals),
    exact: a.exact === null || b.exact === null ? null : a.exact + b.exact,
  }
}

function either(a: Shape, b: Shape): Shape {
  const literals = a.literals !== null && b.literals !== null ? [...a.literals, ...b.literals] : null
  return { shortest: Math.min(a.shortest, b.shortest), anchored: a.anchored && b.anchored, literals, exact: null }
}

function repeated(shape: Shape, least: number): Shape {
  const exact = null
  return least === 0 ? { ...EMPTY, exact } : { ...shape, shortest: shape.shortest * least, exact }
}

/** Of two lists that each hold, the one whose shortest word is longer. */
function rarer(a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null {
  if (a === null || b === null) return a ?? b
  const worst = (words: readonly string[]) => Math.min(...words.map((word) => word.length))
  return worst(b) > worst(a) ? b : a
}
