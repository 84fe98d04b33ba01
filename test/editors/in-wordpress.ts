/** Runs in WordPress's own edit pages: the words that the tests ask of an editor, in WordPress's terms. */
import type { Started } from '../support/starts/started.ts'

interface Block {
  clientId: string
}
interface Select {
  getEditedPostContent(): string
  getBlocks(): Block[]
}
interface Dispatch {
  resetBlocks(blocks: Block[]): void
  insertBlocks(block: Block): void
  selectBlock(id: string, caret: number): void
  undo(): void
  disablePublishSidebar(): void
}
interface WordPress extends Window {
  wp: {
    data: { select(store: string): Select; dispatch(store: string): Dispatch }
    blocks: {
      rawHandler(given: { HTML: string }): Block[]
      parse(content: string): Block[]
      createBlock(name: string, attributes: object): Block
    }
  }
  tinymce: { get(id: string): Classic | null }
  api: Started
  ready: boolean
}
interface Classic {
  initialized: boolean
  setContent(html: string): void
  save(): string
  focus(): void
  execCommand(command: string): void
  undoManager: { undo(): void; clear(): void; add(): void }
}

const own = window as unknown as WordPress

function blocks(): Started {
  const { data, blocks: kinds } = own.wp
  const [editor, chosen] = [data.dispatch('core/editor'), data.dispatch('core/block-editor')]
  return {
    set: (html) => {
      const made = html.includes('<!-- wp:') ? kinds.parse(html) : kinds.rawHandler({ HTML: html })
      chosen.resetBlocks(made.length > 0 ? made : [kinds.createBlock('core/paragraph', {})])
    },
    get: () => data.select('core/editor').getEditedPostContent(),
    undo: () => editor.undo(),
    focus: () => {
      const [first] = data.select('core/block-editor').getBlocks()
      if (first !== undefined) chosen.selectBlock(first.clientId, -1)
    },
    press: () => chosen.insertBlocks(kinds.createBlock('core/paragraph', { content: '另起一块的校服' })),
    destroy: () => {},
  }
}

function classic(editor: Classic): Started {
  return {
    set: (html) => {
      // WordPress keeps paragraphs as empty lines; what was saved so is opened so.
      const { wpautop } = (own as unknown as { switchEditors: { wpautop(text: string): string } }).switchEditors
      editor.setContent(/<p[\s>]/.test(html) ? html : wpautop(html))
      editor.undoManager.clear()
      editor.undoManager.add()
    },
    // What goes into the form's own field when it is sent.
    get: () => {
      editor.save()
      return document.querySelector<HTMLTextAreaElement>('#content')!.value
    },
    undo: () => editor.undoManager.undo(),
    focus: () => editor.focus(),
    press: (button) => editor.execCommand(button === 'bold' ? 'Bold' : 'InsertUnorderedList'),
    destroy: () => {},
  }
}

const waiting = setInterval(() => {
  const editor = own.tinymce?.get('content') ?? null
  const canvas = document.querySelector<HTMLIFrameElement>('iframe[name="editor-canvas"]')
  const root = '.is-root-container'
  if (editor?.initialized === true) own.api = classic(editor)
  else if ((canvas?.contentDocument ?? document).querySelector(root) !== null) own.api = blocks()
  else return
  clearInterval(waiting)
  own.ready = true
}, 50)
