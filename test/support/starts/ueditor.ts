import { load, type Make, placeIn } from './started.ts'

interface Editor {
  ready(act: () => void): void
  setContent(html: string): void
  getContent(): string
  focus(toEnd: boolean): void
  execCommand(command: string): void
  destroy(): void
  undoManger: { reset(): void; save(): void }
}
declare const UE: { getEditor(id: string, options: object): Editor }

let count = 0

export const make: Make = async (holder) => {
  Object.assign(window, { UEDITOR_HOME_URL: '/editors/ueditor/' })
  for (const file of ['ueditor.config.js', 'ueditor.all.js', 'lang/zh-cn/zh-cn.js']) await load(`ueditor/${file}`)
  const box = placeIn(holder, 'script')
  box.type = 'text/plain'
  box.id = `ueditor-box-${count++}`
  const editor = UE.getEditor(box.id, {
    ...{ toolbars: [['undo', 'redo', 'bold']], initialFrameHeight: 300, autoHeightEnabled: false },
    ...{ enableAutoSave: false, elementPathEnabled: false, wordCount: false, serverUrl: '' },
  })
  await new Promise<void>((resolve) => editor.ready(resolve))
  const set = (html: string): void => {
    editor.setContent(html)
    editor.undoManger.reset()
    editor.undoManger.save()
  }
  return {
    set,
    get: () => editor.getContent(),
    undo: () => editor.execCommand('undo'),
    focus: () => editor.focus(true),
    press: (button) => editor.execCommand(button === 'bold' ? 'bold' : 'insertunorderedlist'),
    destroy: () => {
      editor.destroy()
      holder.replaceChildren()
    },
  }
}
