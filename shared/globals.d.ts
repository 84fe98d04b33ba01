/** The one global that every runtime of ours has and the ECMAScript library does not name. Pure: a parser, no network. */
declare class URL {
  constructor(url: string, base?: string)
  readonly href: string
  readonly protocol: string
  readonly hostname: string
  readonly pathname: string
  static canParse(url: string, base?: string): boolean
}

/** 繁 → 简, one entry `from to [to …]` between bars. The package types only its converters. */
declare module 'opencc-js/dict/TSCharacters' {
  const entries: string
  export default entries
}
