import { load, type Make, placeIn } from './started.ts'

interface Editor {
  html(): string
  html(html: string): void
  undo(): void
  focus(): void
  clickToolbar(name: string): void
  remove(): void
  _undoStack: unknown[]
  _redoStack: unknown[]
}
declare const KindEditor: { basePath: string; create(area: HTMLElement, options: object): void }

export const make: Make = async (holder) => {
  await load('node_modules/kindeditor/kindeditor-all.js')
  await load('node_modules/kindeditor/lang/zh-CN.js')
  const area = placeIn(holder, 'textarea')
  const editor = await new Promise<Editor>((resolve) => {
    KindEditor.create(area, {
      ...{ basePath: '/editors/node_modules/kindeditor/', width: '700px', height: '300px', filterMode: false },
      ...{ items: ['undo', 'redo', 'bold', 'insertunorderedlist'] },
      afterCreate(this: Editor) {
        resolve(this)
      },
    })
  })
  const set = (html: string): void => {
    editor.html(html)
    // It has no word for forgetting its history.
    editor._undoStack.length = 0
    editor._redoStack.length = 0
  }
  return {
    set,
    get: () => editor.html(),
    undo: () => editor.undo(),
    focus: () => editor.focus(),
    press: (button) => editor.clickToolbar(button === 'bold' ? 'bold' : 'insertunorderedlist'),
    destroy: () => {
      editor.remove()
      area.remove()
    },
  }
}
