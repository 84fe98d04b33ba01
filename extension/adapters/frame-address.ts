/** Which frame of the CMS this is: one with an address of its own, or one that an editor wrote into and that belongs to the frame around it. */
export interface FrameAddress {
  url: string
  /** The document whose form this frame may belong to. */
  form: Document
}

/** Null for a frame of another origin, a sandboxed one and the like: there is nothing for us in it. */
export function frameAddress(window: Window): FrameAddress | null {
  try {
    let frame: Window = window
    while (!hasOwnAddress(frame)) {
      if (frame === frame.parent) return null
      frame = frame.parent
    }
    return { url: frame.location.href, form: frame.document }
  } catch {
    return null
  }
}

/**
 * A document that `document.open` writes takes over the address of whoever wrote it (Firefox shows it before our script runs, in TinyMCE's frame):
 * a frame that was given no address and shows its parent's has none of its own.
 */
function hasOwnAddress(frame: Window): boolean {
  const { href } = frame.location
  if (!/^https?:/.test(href)) return false
  const element = frame.frameElement
  // The tab's own page, or a frame inside a page of another origin.
  if (element === null) return true
  const given = element.getAttribute('src') ?? ''
  return /^(?!about:|javascript:)./i.test(given) || bare(href) !== bare(frame.parent.location.href)
}

function bare(url: string): string {
  return url.split('#', 1)[0] ?? url
}
