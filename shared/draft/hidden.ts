const HIDDEN_STYLE = [
  /(^|;)\s*display\s*:\s*none/i,
  /(^|;)\s*visibility\s*:\s*hidden/i,
  /(^|;)\s*opacity\s*:\s*0(\.0+)?\s*(;|$|!)/i,
  /(^|;)\s*font-size\s*:\s*[0-2](\.\d+)?\s*(px|pt|;|$|!)/i,
  /(^|;)\s*(width|height)\s*:\s*[0-2](\.\d+)?\s*(px|pt|;|$|!)/i,
  /(^|;)\s*(left|top|right|bottom|text-indent|margin-left|margin-top)\s*:\s*-\d{3,}/i,
]

/** True where a reader does not see the element: not displayed, two pixels or less, or moved off the screen. A crawler still reads it. */
export function isHiddenElement(attributes: Readonly<Record<string, string>>): boolean {
  if ('hidden' in attributes) return true
  if (/^[0-2]$/.test(attributes.width ?? '') || /^[0-2]$/.test(attributes.height ?? '')) return true
  const style = attributes.style
  return style !== undefined && HIDDEN_STYLE.some((pattern) => pattern.test(style))
}
