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
    while (!/^https?:/.test(frame.location.href)) {
      if (frame === frame.parent) return null
      frame = frame.parent
    }
    return { url: frame.location.href, form: frame.document }
  } catch {
    return null
  }
}
