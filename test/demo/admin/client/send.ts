/** A script sends no pressed button: what that would have said goes in a hidden field. */
function say(form: HTMLFormElement): void {
  const said = document.createElement('input')
  Object.assign(said, { type: 'hidden', name: 'action', value: 'publish' })
  if (form.elements.namedItem('action') !== null && form.querySelector('[type=hidden][name=action]') === null)
    form.append(said)
}

function fieldsOf(form: HTMLFormElement): URLSearchParams {
  return new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
}

const targetOf = (form: HTMLFormElement): string => form.getAttribute('action') ?? ''

function viaXhr(form: HTMLFormElement): void {
  const request = new XMLHttpRequest()
  request.open('POST', targetOf(form))
  request.addEventListener('load', () => location.assign(request.responseURL))
  request.send(fieldsOf(form))
}

async function viaFetch(form: HTMLFormElement): Promise<void> {
  const answer = await fetch(targetOf(form), { method: 'POST', body: fieldsOf(form) })
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
  say(form)
  if (way === 'fetch') viaFetch(form).catch(refused)
  else if (way === 'xhr') viaXhr(form)
  else if (way === 'beacon') {
    if (navigator.sendBeacon(targetOf(form), fieldsOf(form))) said.textContent = '已提交发布'
    else refused()
  } else if (way === 'submit') form.submit()
  else if (way === 'iframe') viaFrame(form, 'publish-frame')
  else if (way === 'blank') viaFrame(form, '_blank')
  else form.requestSubmit()
}
