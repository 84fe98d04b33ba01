type Random = (below: number) => number

/** Bytes that parsers trip over: ends, quotes, separators, escapes, the edges of UTF-8 and of numbers. */
const ODD = [
  '\u0000',
  '"',
  '\\',
  ',',
  '\t',
  '\r',
  '\n\n',
  '{',
  '[',
  '-',
  '=',
  '\u2014',
  '\ud800',
  '\u{1f600}',
  '９９９９',
  '0x',
  '__proto__',
  'constructor',
]

/** Some bytes changed, lost, doubled, moved or put in; at times a great many. */
export function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array {
  let out = bytes
  for (let left = 1 + random(random(6) === 0 ? 40 : 4); left > 0; left--) out = mutateOnce(out, random)
  return out
}

export function mutateText(text: string, random: Random): string {
  return new TextDecoder().decode(mutateBytes(new TextEncoder().encode(text), random))
}

function mutateOnce(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random(bytes.length + 1)
  const length = random(random(4) === 0 ? bytes.length + 1 : 9)
  const [before, piece, after] = [bytes.slice(0, at), bytes.slice(at, at + length), bytes.slice(at + length)]
  switch (random(6)) {
    case 0:
      return join(before, after)
    case 1:
      return join(before, piece, piece, after)
    case 2:
      return join(after, piece, before)
    case 3:
      return join(before, new TextEncoder().encode(ODD[random(ODD.length)]), after)
    case 4:
      return join(
        before,
        Uint8Array.from(piece, () => random(256)),
        after,
      )
    default:
      return bytes.map((byte, i) => (i === at ? byte ^ (1 << random(8)) : byte))
  }
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}
