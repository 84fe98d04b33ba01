import type { Overlay } from './overlay.ts'

/** The whole of what a hold says inside the page: a page script can read it, and so it says nothing of the draft. */
export const SENTENCE = '门下：本稿暂不能发布，原因见侧边栏'

/** The count in the corner of the page, and the fixed sentence at a hold. Nothing can be pressed in it. */
export class Badge {
  private readonly count: HTMLElement
  private readonly number: Text
  private readonly sentence: HTMLElement
  private readonly words: Text

  constructor({ root }: Overlay) {
    const document = root.ownerDocument
    const badge = document.createElement('div')
    badge.className = 'badge'
    this.sentence = document.createElement('div')
    this.sentence.className = 'sentence'
    this.sentence.setAttribute('role', 'status')
    this.sentence.hidden = true
    this.count = document.createElement('div')
    this.count.className = 'count'
    this.count.hidden = true
    this.number = document.createTextNode('')
    this.words = document.createTextNode('')
    this.count.append(this.number)
    this.sentence.append(this.words)
    badge.append(this.sentence, this.count)
    root.append(badge)
  }

  /** Nothing is shown for zero: a "0" in the page would read as a pass. */
  showCount(count: number): void {
    this.count.hidden = count === 0
    this.number.data = count > 999 ? '999+' : String(count)
  }

  showSentence(shown: boolean): void {
    this.sentence.hidden = !shown
    this.words.data = shown ? SENTENCE : ''
  }
}
