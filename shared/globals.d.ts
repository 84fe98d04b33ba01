/** The one global that every runtime of ours has and the ECMAScript library does not name. Pure: a parser, no network. */
declare class URL {
  constructor(url: string, base?: string)
  readonly href: string
  readonly protocol: string
  readonly hostname: string
  readonly pathname: string
  static canParse(url: string, base?: string): boolean
}
