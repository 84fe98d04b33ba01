/** Everything from outside is escaped: a title is no place for markup. */
export function text(value: string): string {
  return value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** The beginning of `value` in at most `cells` columns (a 汉字 takes two), escaped, and a mark where something was left out. */
export function cut(value: string, cells: number): string {
  const line = value.replace(/\s+/gu, ' ').trim()
  let width = 0
  let end = 0
  for (const character of line) {
    width += character.codePointAt(0)! < 0x1100 ? 1 : 2
    if (width > cells) return `${text(line.slice(0, end))}……`
    end += character.length
  }
  return text(line)
}

/** A moment as it is in Shanghai, to the minute. */
export function shanghai(at: string): string {
  return new Date(Date.parse(at) + 8 * 3600_000).toISOString().slice(0, 16).replace('T', ' ')
}
