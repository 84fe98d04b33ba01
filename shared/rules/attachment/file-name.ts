const EXTENSION = /\.(?:docx?|xlsx?|pptx?|pdf|wps|et|dps|zip|rar|7z|ofd|txt|csv|jpe?g|png|gif|tiff?|mp4)$/i

/** True for a name or address that ends as a file to download. */
export function isFileName(name: string): boolean {
  return EXTENSION.test(name)
}

/** A file name without its extension, its 附件 number, brackets, punctuation and spaces. */
export function bareName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(EXTENSION, '')
    .replace(/^\s*附\s?件\s?(?:\d{1,2}|[一二三四五六七八九十])?\s?[:.、-]?/, '')
    .replace(/^\d{1,2}\s?[.、]\s?/, '')
    .replace(/[\s《》“”"'()（）【】[\]〔〕·、，,。.:：;_-]/g, '')
}

/** The number in 附件2.docx or 2.名单.docx; `null` where the name has none. */
export function fileNumber(name: string): number | null {
  const match = /^\s*(?:附\s?件\s?(\d{1,2})(?!\d)|(\d{1,2})\s?[.、]\s?(?!\d))/.exec(
    name.normalize('NFKC').replace(EXTENSION, '.'),
  )
  return match === null ? null : Number(match[1] ?? match[2])
}

/** True for a name that says nothing, such as P020190927.pdf: made by the CMS. */
export function isCodeName(name: string): boolean {
  return !/[\u4E00-\u9FFF]/.test(bareName(name))
}

/** How alike two names are, in [0, 1]: twice the shared pairs of characters by all pairs (Dice); 1 where one holds the other. */
export function likeness(a: string, b: string): number {
  const [left, right] = [bareName(a), bareName(b)]
  if (left === '' || right === '') return 0
  const shorter = Math.min(left.length, right.length)
  if (shorter >= 4 && (left.includes(right) || right.includes(left))) return 1
  if (left === right) return 1
  const pairs = pairsOf(left)
  const other = pairsOf(right)
  let shared = 0
  for (const [pair, count] of other) shared += Math.min(count, pairs.get(pair) ?? 0)
  const total = Math.max(1, left.length + right.length - 2)
  return (2 * shared) / total
}

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>()
  for (let index = 0; index + 1 < text.length; index += 1) {
    const pair = text.slice(index, index + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}
