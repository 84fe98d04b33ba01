import { load, type Make, placeIn } from './started.ts'

interface Editor {
  setContent(html: string): void
  getContent(): string
  focus(): void
  execCommand(command: string): void
  remove(): void
  undoManager: { undo(): void; clear(): void; add(): void }
}
declare const tinymce: { init(options: object): Promise<Editor[]> }

export const make: Make = async (holder) => {
  await load('node_modules/tinymce/tinymce.min.js')
  const area = placeIn(holder, 'textarea')
  area.name = 'content'
  const [editor] = await tinymce.init({
    ...{ target: area, license_key: 'gpl', height: 400, promotion: false, plugins: 'table lists link image code' },
    // A CMS that keeps addresses as they were written, as the Chinese ones do.
    ...{ convert_urls: false, entity_encoding: 'raw', placeholder: '请输入正文' },
  })
  if (editor === undefined) throw new Error('TinyMCE did not start')
  const set = (html: string): void => {
    editor.setContent(html)
    editor.undoManager.clear()
    editor.undoManager.add()
  }
  return {
    set,
    get: () => editor.getContent(),
    undo: () => editor.undoManager.undo(),
    focus: () => editor.focus(),
    press: (button) => editor.execCommand(button === 'bold' ? 'Bold' : 'InsertUnorderedList'),
    destroy: () => {
      editor.remove()
      area.remove()
    },
  }
}
