import type { Page } from 'playwright-core'

/** One screen: which page of ours, what it is given, and what a person did there. */
export interface Screen {
  name: string
  /** `/sidepanel.html?tab=1` */
  path: `/${string}`
  width: number
  height: number
  /** `storage.session`, as the background lays it out. */
  laidOut: Readonly<Record<string, unknown>>
  /** Answers in place of the background's, by the kind of the question. None: the background answers. */
  answers?: Readonly<Record<string, unknown>>
  /** There once the page has what it was given. */
  shows: string
  act?: (page: Page) => Promise<void>
}
