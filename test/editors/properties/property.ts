import type { Browser } from 'playwright-core'
import { EditorPage, type Place } from '../editor-page.ts'

/** One kind of editor under test. */
export interface Subject {
  name: string
  /** A page with the editor; `late`: with the page's script ready but no editor yet. Null where this CMS has no such page. */
  place(when: 'ready' | 'late'): Place | null
  /** Saves what is in the editor as the CMS does, and answers where to open it again. Null: opening what would be submitted is all there is to it. */
  save: ((editor: EditorPage) => Promise<Place>) | null
  /** A character that this editor keeps for itself: it is in what it submits and on no screen. The documents are tried without it. */
  unseen?: string
}

export interface Amount {
  /** Made-up documents beside the fixed ones. */
  documents: number
  /** Random edits. */
  edits: number
  seed: number
  /** False: neither twin has us in its page. What they differ in then is the harness's, or the editor's own, and not ours. */
  menxia?: boolean
}

/** What a property came to: figures for the table. A property that does not hold throws. */
export type Figures = Partial<Record<Column, string>>

/** The columns of the table, in order. */
export const columns = {
  hash: '一个指纹',
  claim: '自报一致',
  places: '位置准确',
  marks: '改后高亮',
  twin: '同孪生',
  undone: '撤销后同',
  composition: '输入法',
  pair: '同页两个',
  life: '晚建移除',
} as const
export type Column = keyof typeof columns

export type Property = (desk: Desk, amount: Amount) => Promise<Figures>

/** The pages of one subject. Opening an editor costs more than most properties: what is open is used again, in a page that nothing has failed in. */
export class Desk {
  readonly subject: Subject
  private readonly browser: Browser
  private readonly opened = new Map<string, EditorPage>()

  constructor(subject: Subject, browser: Browser) {
    this.subject = subject
    this.browser = browser
  }

  /** `name`: pages of another name are other pages. A clock that was stopped in one stays so. */
  async page(name: string, when: 'ready' | 'late' = 'ready'): Promise<EditorPage> {
    const known = this.opened.get(name)
    if (known !== undefined) return known
    const place = this.subject.place(when)
    if (place === null) throw new Error(`${this.subject.name} has no such page`)
    const made = await EditorPage.open(this.browser, place)
    this.opened.set(name, made)
    return made
  }

  /** The subject's page with what was saved in it, opened anew. */
  async reopened(place: Place): Promise<EditorPage> {
    const made = await EditorPage.open(this.browser, place)
    this.opened.set('reopened', made)
    return made
  }

  async close(): Promise<void> {
    const pages = Array.from(this.opened.values())
    this.opened.clear()
    await Promise.all(pages.map((page) => page.close()))
  }
}

export function demand(holds: boolean, otherwise: () => string): void {
  if (!holds) throw new Error(otherwise())
}
