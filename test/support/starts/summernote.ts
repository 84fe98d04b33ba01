import { dress, load, type Make, placeIn } from './started.ts'

interface Wrapped {
  summernote(command: string | object, argument?: unknown): string
}
declare const jQuery: (element: HTMLElement) => Wrapped

export const make: Make = async (holder) => {
  dress('node_modules/summernote/dist/summernote-lite.css')
  await load('node_modules/jquery/dist/jquery.min.js')
  await load('node_modules/summernote/dist/summernote-lite.js')
  const area = placeIn(holder, 'textarea')
  const editor = jQuery(area)
  editor.summernote({ height: 300, spellCheck: false })
  const set = (html: string): void => {
    editor.summernote('code', html)
    editor.summernote('editor.clearHistory')
  }
  const call = (command: string) => (): void => void editor.summernote(command)
  return {
    set,
    get: () => editor.summernote('code'),
    undo: call('editor.undo'),
    focus: call('editor.focus'),
    press: (button) => call(button === 'bold' ? 'editor.bold' : 'editor.insertUnorderedList')(),
    destroy: () => {
      editor.summernote('destroy')
      area.remove()
    },
  }
}
