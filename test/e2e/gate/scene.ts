import type { CmsPage } from '../screens/cms.ts'
import type { GateBench } from './bench.ts'
import type { Manner } from './scripts.ts'
import type { Outcome } from './ways.ts'

/** What was seen of a way. `nothing`: neither a publish nor anybody who stopped one. */
export type Seen = Outcome | 'nothing'

export const title = '关于做好中小学校服管理工作的通知'
export const body = '各县（市、区）教育局：请做好校服管理。'

/** The article that a way is tried on. */
export interface Scene {
  bench: GateBench
  manner: Manner
  editor: CmsPage['editor']
  /** Opens the article's page anew, with the draft typed and not saved. */
  write(send?: string): Promise<CmsPage>
  /** How often the article has been published. */
  versions(): Promise<number>
  cms: CmsPage
}

/** `released`: how many publishes the way itself was allowed. `leaves`: it ends on another page. `seen`: it has judged itself. */
export interface Played {
  released?: number
  leaves?: boolean
  seen?: Seen
}
