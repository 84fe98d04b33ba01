/** JSON that is refused, with where and why. Line and column count from 1. */
export class JsonRefusal extends Error {
  readonly line: number
  readonly path: string

  constructor(sentence: string, path: string, line: number) {
    super(sentence)
    this.path = path
    this.line = line
  }
}

/** Deeper than this, data is no rule set but an attack on the stack. */
export const MAX_DEPTH = 32
/** Keys that change objects instead of filling them. */
const POISON = new Set(['__proto__', 'constructor', 'prototype'])
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const SPACE = /[ \t\r\n]*/y
const WORDS: Readonly<Record<string, null | boolean>> = { null: null, true: true, false: false }

/**
 * Strict JSON from outside: no duplicate key, no `__proto__`, `constructor` or `prototype` key, no lone surrogate, at most 32 deep.
 * Throws a `JsonRefusal` that names path and line. `JSON.parse` tells none of these.
 */
export function parseJson(text: string): unknown {
  return new JsonReader(text).document()
}

/** The line, from 1, at which the value of `path` stands; 1 for a path that is not there. */
export function lineOf(text: string, path: string): number {
  const reader = new JsonReader(text, path)
  try {
    reader.document()
  } catch {
    // What cannot be parsed has been refused already, with a line of its own.
  }
  return reader.lineAt(reader.found)
}

export function joinPath(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`
  return path === '' ? key : `${path}.${key}`
}

class JsonReader {
  found = 0
  readonly #text: string
  readonly #wanted: string | null
  #at = 0

  constructor(text: string, wanted: string | null = null) {
    this.#text = text
    this.#wanted = wanted
  }

  document(): unknown {
    if (this.#text.startsWith('\uFEFF')) this.#at = 1
    const value = this.#value('', 0)
    this.#match(SPACE)
    if (this.#at < this.#text.length) throw this.#refuse('结尾之后还有多余的内容', '')
    return value
  }

  lineAt(offset: number): number {
    let line = 1
    for (let at = this.#text.indexOf('\n'); at >= 0 && at < offset; at = this.#text.indexOf('\n', at + 1)) line += 1
    return line
  }

  #value(path: string, depth: number): unknown {
    this.#match(SPACE)
    if (path === this.#wanted) this.found = this.#at
    if (depth > MAX_DEPTH) throw this.#refuse(`嵌套超过 ${MAX_DEPTH} 层`, path)
    const first = this.#text[this.#at]
    if (first === '{') return this.#object(path, depth)
    if (first === '[') return this.#array(path, depth)
    if (first === '"') return this.#string(path)
    for (const [word, value] of Object.entries(WORDS)) {
      if (!this.#text.startsWith(word, this.#at)) continue
      this.#at += word.length
      return value
    }
    const number = this.#match(NUMBER)
    if (number === '') throw this.#refuse('此处应为一个值，请检查逗号、引号和括号', path)
    return Number(number)
  }

  #object(path: string, depth: number): Record<string, unknown> {
    const object: Record<string, unknown> = {}
    this.#each('}', path, () => {
      const key = this.#string(path)
      if (POISON.has(key)) throw this.#refuse(`不能使用“${key}”作为键`, joinPath(path, key))
      if (Object.hasOwn(object, key)) throw this.#refuse(`键“${key}”重复`, joinPath(path, key))
      this.#match(SPACE)
      if (this.#text[this.#at] !== ':') throw this.#refuse('键之后缺冒号', joinPath(path, key))
      this.#at += 1
      object[key] = this.#value(joinPath(path, key), depth + 1)
    })
    return object
  }

  #array(path: string, depth: number): unknown[] {
    const array: unknown[] = []
    this.#each(']', path, () => array.push(this.#value(joinPath(path, array.length), depth + 1)))
    return array
  }

  #each(close: string, path: string, item: () => void): void {
    this.#at += 1
    this.#match(SPACE)
    if (this.#text[this.#at] === close) {
      this.#at += 1
      return
    }
    for (;;) {
      this.#match(SPACE)
      item()
      this.#match(SPACE)
      const next = this.#text[this.#at]
      if (next !== ',' && next !== close) throw this.#refuse(`此处应为逗号或“${close}”`, path)
      this.#at += 1
      if (next === close) return
    }
  }

  /** Walks to the closing quote itself: a pattern would need a stack as deep as the string is long. */
  #string(path: string): string {
    let end = this.#at + 1
    let escaped = false
    for (; this.#text[this.#at] === '"' && end < this.#text.length; end += 1) {
      const unit = this.#text.charCodeAt(end)
      if (unit === 0x22 || unit < 0x20) break
      if (unit !== 0x5c) continue
      escaped = true
      end += 1
    }
    if (this.#text[this.#at] !== '"' || this.#text[end] !== '"') throw this.#refuse('此处应为带双引号的文字', path)
    const text = escaped ? this.#unescaped(end + 1, path) : this.#text.slice(this.#at + 1, end)
    if (!text.isWellFormed()) throw this.#refuse('文字里有不成对的代理字符（编码损坏）', path)
    this.#at = end + 1
    return text
  }

  #unescaped(end: number, path: string): string {
    try {
      return JSON.parse(this.#text.slice(this.#at, end)) as string
    } catch {
      throw this.#refuse('反斜杠之后的写法不对', path)
    }
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at
    const text = pattern.exec(this.#text)?.[0] ?? ''
    this.#at += text.length
    return text
  }

  #refuse(sentence: string, path: string): JsonRefusal {
    return new JsonRefusal(sentence, path, this.lineAt(this.#at))
  }
}
