/** `URL.parse` for browsers before Chromium 126 (`URL.canParse` is no help: 120). */
export function parseUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base)
  } catch {
    return null
  }
}

/** The absolute form of a link as a browser on the public page would resolve it, or the text as written where there is none. */
export function absoluteTarget(value: string, site: string): string {
  const written = value.trim()
  return parseUrl(written, site)?.href ?? written
}
