import { dress, load, type Make, placeIn } from './started.ts'

interface Editor {
  setData(html: string): void
  getData(): string
  execute(command: string): void
  destroy(): Promise<void>
  editing: { view: { focus(): void } }
  commands: { get(name: string): { clearStack(): void } }
}
type Plugins = Record<string, unknown>
declare const CKEDITOR: Plugins & { ClassicEditor: { create(element: HTMLElement, options: object): Promise<Editor> } }

const wanted =
  'Essentials Paragraph Bold Italic Heading Link List BlockQuote Table TableToolbar Image ImageInsert HorizontalLine Font GeneralHtmlSupport PasteFromOffice'

export const make: Make = async (holder) => {
  dress('node_modules/ckeditor5/dist/browser/ckeditor5.css')
  await load('node_modules/ckeditor5/dist/browser/ckeditor5.umd.js')
  const box = placeIn(holder, 'div')
  const editor = await CKEDITOR.ClassicEditor.create(box, {
    licenseKey: 'GPL',
    plugins: wanted.split(' ').map((name) => CKEDITOR[name]),
    toolbar: ['undo', 'redo', 'bold'],
    placeholder: '请输入正文',
  })
  const set = (html: string): void => {
    editor.setData(html)
    for (const name of ['undo', 'redo']) editor.commands.get(name).clearStack()
  }
  return {
    set,
    get: () => editor.getData(),
    undo: () => editor.execute('undo'),
    focus: () => editor.editing.view.focus(),
    press: (button) => editor.execute(button === 'bold' ? 'bold' : 'bulletedList'),
    destroy: () => editor.destroy().then(() => box.remove()),
  }
}
