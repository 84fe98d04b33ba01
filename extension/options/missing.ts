import { browser } from '../platform/browser.ts'
import { optionsText as text } from '../platform/text/options.ts'

/** What of the browser decides what it can do for us. */
export interface Abilities {
  /** A panel beside the page, that our button opens. */
  panel: boolean
  /** `CSS.highlights`. */
  highlights: boolean
  /** Major version of the Chromium in it; null in a Firefox. */
  chromium: number | null
}

/** Content scripts of a registered site reach the frames that editors write into from here on (`matchOriginAsFallback`). */
const FRAMES = 119

export function abilities(): Abilities {
  const { sidebarAction } = browser as { sidebarAction?: object }
  const version = /Chrome\/(\d+)/.exec(navigator.userAgent)?.[1]
  return {
    panel: browser.sidePanel?.open !== undefined || sidebarAction !== undefined,
    highlights: 'highlights' in CSS,
    chromium: version === undefined ? null : Number(version),
  }
}

/** What this browser lacks, and what that means, in Chinese; nothing where all is there. */
export function missingParts({ panel, highlights, chromium }: Abilities): string[] {
  const gaps = [
    panel ? null : text.missingPanel,
    highlights ? null : text.missingHighlight,
    highlights && chromium !== null && chromium < FRAMES ? text.missingFrames : null,
  ]
  return gaps.filter((gap) => gap !== null)
}
