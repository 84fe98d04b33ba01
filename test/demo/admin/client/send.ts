const target = '/admin/publish'

function fieldsOf(form: HTMLFormElement): URLSearchParams {
  return new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
}

function viaXhr(form: HTMLFormElement): void {
  const request = new XMLHttpRequest()
  request.open('POST', target)
  request.addEventListener('load', () => location.assign(request.responseURL))
  request.send(fieldsOf(form))
}

async function viaFetch(form: HTMLFormElement): Promise<void> {
  const answer = await fetch(target, { method: 'POST', body: fieldsOf(form) })
  if (answer.ok) location.assign(answer.url)
}

function viaFrame(form: HTMLFormElement, name: string): void {
  if (name !== '_blank' && document.querySelector(`iframe[name=${name}]`) === null) {
    const frame = document.createElement('iframe')
    frame.name = name
    frame.hidden = true
    document.body.append(frame)
  }
  form.target = name
  form.submit()
}

/** Sends the publish request in one of the ways that CMSs use. Says in `said` when nothing came of it. */
export function sendPublish(form: HTMLFormElement, way: string, said: HTMLElement): void {
  const refused = (): void => {
    said.textContent = '发布请求没有发出'
  }
  if (way === 'fetch') viaFetch(form).catch(refused)
  else if (way === 'xhr') viaXhr(form)
  else if (way === 'beacon') {
    if (navigator.sendBeacon(target, fieldsOf(form))) said.textContent = '已提交发布'
    else refused()
  } else if (way === 'submit') form.submit()
  else if (way === 'iframe') viaFrame(form, 'publish-frame')
  else if (way === 'blank') viaFrame(form, '_blank')
  else form.requestSubmit()
}
