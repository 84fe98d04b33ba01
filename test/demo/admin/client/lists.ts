interface Lists {
  attachments?: { id: string; name: string; size: number }[]
  relations?: { id: string; form: string; title: string; status: string; url: string | null; dueOn: string }[]
}

const one = <E extends HTMLElement>(selector: string): E => document.querySelector<E>(selector)!

function cell(tag: string, name: string, text: string): HTMLElement {
  const element = document.createElement(tag)
  element.className = name
  element.textContent = text
  return element
}

function sizeWords(bytes: number): string {
  return bytes < 1024
    ? `${bytes} 字节`
    : bytes < 1024 ** 2
      ? `${(bytes / 1024).toFixed(1)} KB`
      : `${(bytes / 1024 ** 2).toFixed(1)} MB`
}

function row(id: string, cells: HTMLElement[]): HTMLLIElement {
  const item = document.createElement('li')
  const remove = cell('button', 'remove', '移除') as HTMLButtonElement
  remove.type = 'button'
  remove.dataset.item = id
  item.append(...cells, remove)
  return item
}

/** Shows the lists as the server has them. A list that is not given stays. */
export function fillLists({ attachments, relations }: Lists): void {
  if (attachments !== undefined) {
    one('#attachments').replaceChildren(
      ...attachments.map((file) => {
        const link = cell('a', 'file', '下载') as HTMLAnchorElement
        link.href = `/files/${file.id}/${encodeURIComponent(file.name)}`
        const size = cell('span', 'size', sizeWords(file.size))
        size.dataset.bytes = String(file.size)
        return row(file.id, [cell('span', 'name', file.name), size, link])
      }),
    )
  }
  if (relations === undefined) return
  one('#interpretations').replaceChildren(
    ...relations.map((relation) => {
      const link = cell('a', 'link', relation.title) as HTMLAnchorElement
      if (relation.url !== null) link.href = relation.url
      link.target = '_blank'
      const cells = [cell('span', 'form', relation.form), link, cell('span', 'status', relation.status)]
      return row(relation.id, [...cells, cell('span', 'due', relation.dueOn)])
    }),
  )
}

async function send(path: string, fields: Record<string, string>, files: FileList | null = null): Promise<Lists> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  for (const file of files ?? []) body.append('file', file)
  const answer = await fetch(path, { method: 'POST', body })
  return await answer.json()
}

/** Uploading, removing, and the window that links an interpretation. */
export function wireLists(form: HTMLFormElement): void {
  const id = form.querySelector<HTMLInputElement>('[name=id]')!.value
  const upload = one<HTMLInputElement>('#upload')
  const relating = one<HTMLDialogElement>('#relating')
  const value = (selector: string): string => one<HTMLInputElement | HTMLSelectElement>(selector).value
  upload.addEventListener('change', async () => {
    const attachments = (await send('/admin/upload', { id }, upload.files)) as Lists['attachments']
    fillLists(attachments === undefined ? {} : { attachments })
    upload.value = ''
  })
  form.addEventListener('click', async (event) => {
    const item = (event.target as HTMLElement).dataset.item
    if (item !== undefined) fillLists(await send('/admin/remove', { id, item }))
  })
  one('#relate').addEventListener('click', () => relating.showModal())
  one('#relate-cancel').addEventListener('click', () => relating.close())
  one('#relate-article').addEventListener('change', () => {
    relating.classList.toggle('linked', value('#relate-article') !== '')
  })
  one('#relate-done').addEventListener('click', async () => {
    const plan = { title: value('#relate-title'), dueOn: value('#relate-due') }
    const relations = await send('/admin/relate', {
      id,
      form: value('#relate-form'),
      article: value('#relate-article'),
      ...plan,
    })
    fillLists({ relations: relations as NonNullable<Lists['relations']> })
    relating.close()
  })
}
