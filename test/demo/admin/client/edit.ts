import { startEditor } from './editors.ts'
import { fillLists, wireLists } from './lists.ts'
import { sendPublish } from './send.ts'

const form = document.querySelector<HTMLFormElement>('form#article')!
const said = document.querySelector<HTMLOutputElement>('#said')!
const button = (id: string): HTMLButtonElement => document.querySelector<HTMLButtonElement>(`#${id}`)!

const read = await startEditor(form.dataset.editor ?? 'textarea')

/** Puts what the editor holds into the field that is sent, as every CMS does before it sends. */
function fillField(): void {
  if (read !== null) form.querySelector<HTMLTextAreaElement>('[name=content]')!.value = read()
}

async function save(): Promise<void> {
  fillField()
  said.textContent = '正在保存'
  const fields = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
  fields.set('action', 'save')
  const answer = await fetch(form.dataset.save ?? '', { method: 'POST', body: fields }).catch(() => null)
  said.textContent = answer?.ok ? `已保存 ${new Date().toLocaleTimeString('zh-CN')}` : '没有保存成功，请稍后再试'
}

button('save').addEventListener('click', () => void save())
button('preview').addEventListener('click', async () => {
  await save()
  window.open(`/admin/preview?id=${form.querySelector<HTMLInputElement>('[name=id]')!.value}`)
})
form.addEventListener('submit', fillField)
if (form.dataset.send !== 'click') {
  button('publish').addEventListener('click', () => {
    fillField()
    sendPublish(form, form.dataset.send ?? '', said)
  })
}
fillLists(JSON.parse(document.querySelector('#state')!.textContent ?? '{}'))
wireLists(form)
form.dataset.ready = 'yes'
