/** The globals that every runtime of ours has and the ECMAScript library does not name. Pure: parsers, no network. */
declare class URL {
  constructor(url: string, base?: string)
  readonly href: string
  readonly protocol: string
  readonly hostname: string
  readonly pathname: string
}

declare class TextDecoder {
  /** `utf-8`, `utf-16le`, `utf-16be` and `gb18030` are in every runtime. */
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string
}

/** 繁 → 简, one entry `from to [to …]` between bars. The package types only its converters. */
declare module 'opencc-js/dict/TSCharacters' {
  const entries: string
  export default entries
}
