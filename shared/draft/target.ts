/** The absolute form of a link as a browser on the public page would resolve it, or the text as written where there is none. */
export function absoluteTarget(value: string, site: string): string {
  const written = value.trim()
  return URL.canParse(written, site) ? new URL(written, site).href : written
}
