/** Something that the oldest browsers do not have. */
export interface Newer {
  name: string
  /** Finds a use in built JavaScript or CSS. */
  use: RegExp
  /** The first Chromium that has it. */
  since: number
  /** Why it may stand in the build all the same: what a library does. Sources of our own never may. */
  library?: string
  /** Why it may stand in our own sources: what happens without it. */
  ours?: string
  /** Only in style sheets. */
  css?: true
}

/**
 * What is newer than Chromium 111 and has a name that tells it. Methods whose names tell nothing (`map` of an iterator, `union` of a set) are kept out
 * by the type checker instead: `lib` in `shared/tsconfig.json` and `extension/tsconfig.json` ends at what 111 has.
 */
export const newer: readonly Newer[] = [
  { name: 'URL.canParse', use: /\bURL\.canParse\b/, since: 120, library: 'zod asks for it before it calls it' },
  { name: 'URL.parse', use: /\bURL\.parse\(/, since: 126 },
  { name: 'Map.groupBy, Object.groupBy', use: /\b(?:Map|Object)\.groupBy\b/, since: 117 },
  { name: 'Promise.withResolvers', use: /\.withResolvers\b/, since: 119 },
  { name: 'Promise.try', use: /\bPromise\.try\b/, since: 128 },
  { name: 'Array.fromAsync', use: /\bfromAsync\b/, since: 121 },
  { name: 'Iterator', use: /\bIterator\.(?:from|concat|prototype)\b/, since: 122 },
  {
    name: 'iterator helpers',
    use: /\.(?:values|keys|entries)\(\)\.(?:map|filter|take|drop|some|every|find|reduce|toArray|flatMap|forEach)\(/,
    since: 122,
  },
  { name: 'Set methods', use: /\.(?:isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(/, since: 122 },
  { name: 'ArrayBuffer.transfer', use: /\.transferToFixedLength\(/, since: 114 },
  { name: 'AbortSignal.any', use: /\bAbortSignal\.any\b/, since: 116 },
  { name: 'scheduler.yield', use: /\bscheduler\.yield\b/, since: 129 },
  { name: 'RegExp.escape', use: /\bRegExp\.escape\b/, since: 136 },
  { name: 'Error.isError', use: /\bError\.isError\b/, since: 134 },
  {
    name: 'Uint8Array hex and base64',
    use: /\bUint8Array\.fromBase64\b|\.(?:toBase64|setFromBase64|setFromHex)\(/,
    since: 140,
    library: 'jose asks for it before it calls it',
  },
  {
    name: 'Uint8Array.fromHex',
    use: /Uint8Array\.fromHex\b/,
    since: 140,
    library: '@noble/hashes asks for it before it calls it',
  },
  { name: 'Float16Array', use: /\bFloat16Array\b/, since: 135 },
  {
    name: 'Symbol.dispose',
    use: /\bSymbol\.(?:asyncD|d)ispose\b/,
    since: 125,
    library: '@preact/signals writes a property that nobody reads',
  },
  { name: 'Temporal', use: /\bTemporal\.\w/, since: 144 },
  { name: 'Map.getOrInsert', use: /\.getOrInsert(?:Computed)?\(/, since: 145 },
  { name: 'Element.moveBefore', use: /\.moveBefore\b/, since: 133, library: 'preact asks for it before it calls it' },
  // Editors have a `getHTML()` of their own; the platform's is asked with options.
  { name: 'setHTMLUnsafe, getHTML', use: /\bsetHTMLUnsafe\(|\bgetHTML\(\{/, since: 124 },
  { name: 'caretPositionFromPoint', use: /\bcaretPositionFromPoint\b/, since: 128 },
  { name: 'Blob and Response bytes', use: /\.bytes\(\)/, since: 132 },
  { name: 'showPopover', use: /\.(?:show|hide|toggle)Popover\(/, since: 114 },
  { name: 'regular expressions with v', use: /\/[dgimsuy]*v[dgimsuy]*\.(?:test|exec)\(/, since: 112 },
  { name: 'light-dark()', use: /light-dark\(/, since: 123 },
  { name: 'field-sizing', use: /field-sizing:/, since: 123, ours: 'without it a text area only does not grow' },
  { name: '@starting-style', use: /@starting-style/, since: 117 },
  { name: '@scope', use: /@scope\b/, since: 118 },
  { name: 'CSS nesting', use: /[{;]\s*&/, since: 112, css: true },
  { name: 'anchor positioning', use: /anchor-name:|position-anchor:/, since: 125 },
  { name: 'interpolate-size', use: /interpolate-size:/, since: 129 },
]
