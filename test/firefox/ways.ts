/** How a script of the page sends the publish request round the button. Each answers what it saw: `sent`, or `refused`. */
const form = `document.querySelector('form#article')`
const fields = `new URLSearchParams(new FormData(${form}))`

/** Held by the wrapper in the page's own world: nothing leaves, and the page stands as it stood. */
export const wrapped: Readonly<Record<string, string>> = {
  requestSubmit: `${form}.requestSubmit()`,
  'form.submit()': `${form}.submit()`,
  fetch: `fetch('/admin/publish', { method: 'POST', body: ${fields} })`,
  XHR: `{ const x = new XMLHttpRequest(); x.open('POST', '/admin/publish'); x.send(${fields}) }`,
  sendBeacon: `navigator.sendBeacon('/admin/publish', ${fields})`,
}

/** Round the wrapper: only the browser's own rule is left. Each resolves to `refused` where the request failed. */
export const unwrapped: Readonly<Record<string, string>> = {
  'fetch of a frame': `(() => {
    const frame = document.body.appendChild(document.createElement('iframe'))
    return frame.contentWindow.fetch(location.origin + '/admin/publish', { method: 'POST', body: ${fields} }).then(() => 'sent', () => 'refused')
  })()`,
  'fetch of a worker': `new Promise((resolve) => {
    const code = 'fetch("' + location.origin + '/admin/publish", { method: "POST", body: "' + ${fields} + '", mode: "no-cors" }).then(() => postMessage("sent"), () => postMessage("refused"))'
    const worker = new Worker(URL.createObjectURL(new Blob([code])))
    worker.onmessage = ({ data }) => resolve(data)
  })`,
  'an image by GET': `new Promise((resolve) => {
    const image = new Image()
    image.onload = () => resolve('sent')
    image.onerror = () => resolve('refused')
    image.src = '/admin/publish?' + ${fields}
  })`,
}
