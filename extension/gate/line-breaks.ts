import type { Profile } from '#shared/ruleset/profile.ts'

/** Comments, code and tags stay as they are; every other line feed is a break. */
const pieces = /<!--[\s\S]*?-->|<(pre|script|style)\b[\s\S]*?<\/\1\s*>|<[^>]*>|\r\n|[\r\n]/gi

/**
 * What a submitted body says, as HTML. WordPress's classic editor takes the paragraphs out before it submits, and the site makes them
 * again of empty lines (`wpautop`): there a line feed is a break, as it will be on the public page. Linear in the length.
 */
export function submittedBody(source: string, { lineBreaks }: Profile['body']): string {
  if (lineBreaks !== true) return source
  return source.replace(pieces, (piece) => (/^[\r\n]/.test(piece) ? '<br>' : piece))
}
