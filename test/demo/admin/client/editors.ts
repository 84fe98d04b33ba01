import type { Make } from '../../../support/starts/started.ts'

/** Three of the editors as their scripts put them into the page: only what this page calls. */
interface Editors {
  tinymce: { init(options: object): Promise<{ getContent(): string }[]> }
  UE: {
    getEditor(
      id: string,
      options: object,
    ): { ready(act: () => void): void; setContent(html: string): void; getContent(): string }
  }
  wangEditor: { createEditor(options: WangOptions): { getHtml(): string }; createToolbar(options: object): void }
}

interface WangOptions {
  selector: string
  html: string
  config: { placeholder: string; onChange(editor: { selection: object | null }): void }
}

const page = window as unknown as Editors
/** UEditor's names of its own buttons. */
const toolbar =
  'source undo redo | bold italic underline removeformat pasteplain | forecolor insertorderedlist insertunorderedlist | fontfamily fontsize indent justifyleft justifycenter justifyright | link unlink inserttable'

const field = document.querySelector<HTMLTextAreaElement>('#editor [name=content]')!

async function startTinymce(): Promise<() => string> {
  const [editor] = await page.tinymce.init({
    ...{ selector: '#editor [name=content]', license_key: 'gpl', promotion: false, branding: false, menubar: false },
    block_formats: '正文=p; 一级标题=h2; 二级标题=h3; 三级标题=h4',
    ...{ height: 520, plugins: 'table lists link image code', convert_urls: false, entity_encoding: 'raw' },
    ...{
      toolbar:
        'undo redo | blocks | bold italic underline | alignleft aligncenter alignright | bullist numlist table link image | code',
    },
    ...{ content_style: 'body{font:16px/1.9 "Noto Serif CJK SC",SimSun,serif}' },
  })
  return () => editor!.getContent()
}

function startUeditor(): Promise<() => string> {
  const editor = page.UE.getEditor('ueditor-box', {
    ...{ initialFrameHeight: 460, autoHeightEnabled: false, enableAutoSave: false, wordCount: false, serverUrl: '' },
    ...{ initialFrameWidth: '100%', autoFloatEnabled: false, zIndex: 1 },
    toolbars: [toolbar.split(' ')],
  })
  return new Promise((resolve) => {
    editor.ready(() => {
      if (field.value !== '') editor.setContent(field.value)
      resolve(() => editor.getContent())
    })
  })
}

function startWangeditor(): () => string {
  const box = document.querySelector('#wang-box')!
  const editor = page.wangEditor.createEditor({
    selector: '#wang-box',
    html: field.value || '<p><br></p>',
    config: {
      placeholder: '请输入正文',
      // It takes a paste only once it has noted where the caret is, a moment after the click: shown, so that a test can wait for it.
      onChange: ({ selection }) => box.toggleAttribute('data-caret', selection !== null),
    },
  })
  page.wangEditor.createToolbar({ editor, selector: '#wang-bar', config: {} })
  return () => editor.getHtml()
}

/** Every other editor starts as in the conformance suite. */
async function startOther(name: string): Promise<() => string> {
  const { make } = (await import(`/test/support/starts/${name}.ts`)) as { make: Make }
  const editor = await make(document.querySelector<HTMLElement>('#box')!)
  if (field.value !== '') await editor.set(field.value)
  return () => editor.get()
}

/** Starts the editor and answers how to read it when it is ready; null for the text area, which is the field itself. */
export async function startEditor(name: string): Promise<(() => string) | null> {
  if (name === 'tinymce') return await startTinymce()
  if (name === 'ueditor') return await startUeditor()
  if (name === 'wangeditor') return startWangeditor()
  return name === 'textarea' ? null : await startOther(name)
}
