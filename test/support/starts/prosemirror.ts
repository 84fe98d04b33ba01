import { load, type Make, placeIn } from './started.ts'

interface Chain {
  toggleBold(): Chain
  toggleBulletList(): Chain
  run(): boolean
}
interface Editor {
  getHTML(): string
  commands: { undo(): boolean }
  /** ProseMirror's own. Tiptap's command of that name does it in a later frame. */
  view: { focus(): void }
  chain(): Chain
  destroy(): void
}
interface Kit {
  configure(options: object): unknown
}
declare const tiptap: { Editor: new (options: object) => Editor; StarterKit: Kit; TableKit: Kit; Image: Kit }

/** ProseMirror as Tiptap starts it. */
export const make: Make = async (holder) => {
  await load('node_modules/tiptap.js')
  const { Editor, StarterKit, TableKit, Image } = tiptap
  const outer = placeIn(holder, 'div')
  const extensions = [StarterKit, TableKit, Image].map((kit) => kit.configure({}))
  let editor: Editor | null = null
  // Made anew for each body: it has no word for forgetting its history.
  const set = (content: string): void => {
    editor?.destroy()
    const element = document.createElement('div')
    outer.replaceChildren(element)
    editor = new Editor({ element, extensions, content })
  }
  set('')
  return {
    set,
    get: () => editor?.getHTML() ?? '',
    undo: () => editor?.commands.undo(),
    focus: () => editor?.view.focus(),
    press: (button) => {
      const chain = editor!.chain()
      void (button === 'bold' ? chain.toggleBold() : chain.toggleBulletList()).run()
    },
    destroy: () => {
      editor?.destroy()
      outer.remove()
    },
  }
}
