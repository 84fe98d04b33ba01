import { dress, load, type Make, placeIn } from './started.ts'

interface Editor {
  getHtml(): string
  undo(): void
  focus(): void
  destroy(): void
  addMark(name: string, value: boolean): void
}
declare const wangEditor: { createEditor(options: object): Editor }

export const make: Make = async (holder) => {
  dress('node_modules/@wangeditor/editor/dist/css/style.css')
  await load('node_modules/@wangeditor/editor/dist/index.js')
  const outer = placeIn(holder, 'div')
  outer.style.height = '400px'
  let editor: Editor | null = null
  // Made anew for each body: its own setHtml leaves parts of a table behind, and breaks on them.
  const set = (html: string): void => {
    editor?.destroy()
    const box = document.createElement('div')
    box.style.height = '100%'
    outer.replaceChildren(box)
    editor = wangEditor.createEditor({
      selector: box,
      html: html || '<p><br></p>',
      config: { placeholder: '请输入正文' },
    })
  }
  set('')
  return {
    set,
    get: () => editor?.getHtml() ?? '',
    undo: () => editor?.undo(),
    focus: () => editor?.focus(),
    press: () => editor?.addMark('bold', true),
    destroy: () => {
      editor?.destroy()
      outer.remove()
    },
  }
}
