import { load, type Make, placeIn } from './started.ts'

interface Editor {
  on(event: string, act: () => void): void
  setData(html: string, options: { callback: () => void }): void
  getData(): string
  focus(): void
  execCommand(command: string): void
  resetUndo(): void
  destroy(): void
}
declare const CKEDITOR: { disableAutoInline: boolean; replace(area: HTMLElement, options: object): Editor }

export const make: Make = async (holder) => {
  Object.assign(window, { CKEDITOR_BASEPATH: '/editors/node_modules/ckeditor4/' })
  await load('node_modules/ckeditor4/ckeditor.js')
  CKEDITOR.disableAutoInline = true
  const area = placeIn(holder, 'textarea')
  const editor = CKEDITOR.replace(area, {
    ...{ versionCheck: false, height: 300, customConfig: '', allowedContent: true, entities: false },
    // Its frame is written at once, and not in a later turn.
    ...{ delayIfDetached: false },
  })
  await new Promise<void>((resolve) => editor.on('instanceReady', resolve))
  const open = (html: string): Promise<void> =>
    new Promise((resolve) => {
      editor.setData(html, {
        callback: () => {
          editor.resetUndo()
          resolve()
        },
      })
    })
  return {
    set: open,
    get: () => editor.getData(),
    undo: () => editor.execCommand('undo'),
    focus: () => editor.focus(),
    press: (button) => editor.execCommand(button === 'bold' ? 'bold' : 'bulletedlist'),
    destroy: () => {
      editor.destroy()
      area.remove()
    },
  }
}
