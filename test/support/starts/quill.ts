import { dress, load, type Make, placeIn } from './started.ts'

interface Editor {
  root: HTMLElement
  clipboard: { convert(given: { html: string }): object }
  setContents(delta: object, source: string): void
  getSemanticHTML(): string
  getFormat(): Record<string, unknown>
  format(name: string, value: unknown, source: string): void
  history: { undo(): void; clear(): void }
  focus(): void
  disable(): void
}
declare const Quill: new (box: HTMLElement, options: object) => Editor

export const make: Make = async (holder) => {
  dress('node_modules/quill/dist/quill.snow.css')
  await load('node_modules/quill/dist/quill.js')
  const outer = placeIn(holder, 'div')
  const editor = new Quill(placeIn(outer, 'div'), { theme: 'snow', placeholder: '请输入正文' })
  const set = (html: string): void => {
    editor.setContents(editor.clipboard.convert({ html }), 'user')
    editor.history.clear()
  }
  return {
    set,
    get: () => editor.getSemanticHTML(),
    undo: () => editor.history.undo(),
    focus: () => editor.focus(),
    press: (button) => {
      const { [button]: on } = editor.getFormat()
      const value = button === 'bold' ? true : 'bullet'
      editor.format(button, on ? false : value, 'user')
    },
    destroy: () => {
      editor.disable()
      outer.remove()
    },
  }
}
