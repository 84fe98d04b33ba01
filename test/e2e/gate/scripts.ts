/** The two manners of CMS: a publish request of its own, or one address for save and publish. */
export type Manner = 'own' | 'combined'

/** What a script of the page has at hand in `ways.ts`. */
function prelude(manner: Manner, id: number): string {
  return `
    const combined = ${manner === 'combined'}
    window.tinymce?.triggerSave()
    const form = document.querySelector('form#article')
    const button = document.querySelector('#publish')
    const fields = (action = 'publish') => {
      const given = new URLSearchParams(form ? [...new FormData(form)].map(([name, value]) => [name, String(value)]) : { id: '${id}' })
      if (combined) given.set('action', action)
      return given
    }
    const address = (action = 'publish') =>
      location.origin + (combined ? '/admin/combined/submit' : action === 'publish' ? '/admin/publish' : '/admin/publish/' + action)
    const spelled = (as) => location.origin + (combined ? '/admin/combined/submit' : '/admin/publish').replace(...as)
    const quiet = (sent) => { Promise.resolve(sent).catch(() => {}) }
    const post = (url, body, method = 'POST') => quiet(fetch(url, { method, body }))
    /** Sends the form by \`submit\`, with the field that the pressed button would have sent. */
    const sent = (submit, target = '') => {
      const said = Object.assign(document.createElement('input'), { type: 'hidden', name: 'action', value: 'publish' })
      if (combined && form.querySelector('[type=hidden][name=action]') === null) form.append(said)
      form.target = target
      submit()
    }
    const freshFrame = (name = '') => document.body.appendChild(Object.assign(document.createElement('iframe'), { name, hidden: true }))
    const told = (url, body, method = 'POST') => ({ url, method, body: String(body) })
    const worker = (url, body) => {
      const one = new Worker('/assets/admin/sender.ts')
      one.postMessage(told(url, body))
    }`
}

/** The script, ready for \`page.evaluate\`. It answers nothing and waits for no request. */
export function scriptFor(script: string, manner: Manner, id: number): string {
  return `(async () => {${prelude(manner, id)}
    ${script}
  })().then(() => null)`
}
