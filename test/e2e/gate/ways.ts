import type { Send } from '../../demo/admin/routes.ts'
import type { Manner } from './scripts.ts'

/**
 * What becomes of a way to publish a held draft. `guard`: stopped in our own world, and asked. `wrapper`: stopped in the page's
 * world. `lock`: refused by the browser. `detected`: it went out, and the background reports it. `open`: it went out, and nothing in
 * this browser knows.
 */
export type Outcome = 'guard' | 'wrapper' | 'lock' | 'detected' | 'open'

export interface Way {
  name: string
  /** Stated, for a CMS with a publish request of its own and for one where save and publish share an address. */
  stated: Readonly<Record<Manner, Outcome>>
  /** `press`: a real press in a page that sends so. `page`, `list`: a script there (`scripts.ts`). `play`: `plays.ts` has it. */
  act: { press: Send } | { page: string } | { list: string } | { play: string }
}

const both = (outcome: Outcome) => ({ own: outcome, combined: outcome })
/** Refused where the browser can tell by the address, seen and reported where it cannot. */
const lockedOrSeen = { own: 'lock', combined: 'detected' } as const

const presses = ['click', 'requestSubmit', 'submit', 'fetch', 'xhr', 'beacon', 'iframe', 'blank'] as const
const pressed = presses.map(
  (press): Way => ({ name: `发布 pressed, the page sends by ${press}`, stated: both('guard'), act: { press } }),
)

const inPage = (name: string, outcome: Outcome | Way['stated'], page: string): Way => ({
  name,
  stated: typeof outcome === 'string' ? both(outcome) : outcome,
  act: { page },
})
const inList = (name: string, list: string): Way => ({ name, stated: lockedOrSeen, act: { list } })
const played = (name: string, outcome: Outcome | Way['stated']): Way => ({
  name,
  stated: typeof outcome === 'string' ? both(outcome) : outcome,
  act: { play: name },
})

const spellings: Readonly<Record<string, string>> = {
  capitals: `[/publish|submit/, (word) => word.toUpperCase()]`,
  'an encoded letter': `[/admin/, '%61dmin']`,
  'a slash at the end': `[/$/, '/']`,
  'two slashes': `['/admin/', '/admin//']`,
  ';x': `[/$/, ';x=1']`,
}

const byScript: Way[] = [
  inPage('synthetic click', 'guard', `button.click()`),
  inPage('requestSubmit', 'wrapper', `form.requestSubmit(button)`),
  inPage('form.submit()', 'wrapper', `sent(() => form.submit())`),
  inPage('form to a hidden iframe', 'wrapper', `freshFrame('hidden'); sent(() => form.submit(), 'hidden')`),
  inPage('form to _blank', 'wrapper', `sent(() => form.submit(), '_blank')`),
  inPage('fetch', 'wrapper', `post(address(), fields())`),
  inPage('fetch of a Request', 'wrapper', `quiet(fetch(new Request(address(), { method: 'POST', body: fields() })))`),
  inPage(
    'fetch of a Blob',
    'wrapper',
    `post(address(), new Blob([fields()], { type: 'application/x-www-form-urlencoded' }))`,
  ),
  inPage('XHR', 'wrapper', `const x = new XMLHttpRequest(); x.open('POST', address()); x.send(fields())`),
  inPage('sendBeacon', 'wrapper', `navigator.sendBeacon(address(), fields())`),
  inPage('PUT', 'wrapper', `post(address(), fields(), 'PUT')`),
  inPage('PATCH', 'wrapper', `post(address(), fields(), 'PATCH')`),
  inPage('GET by fetch', 'wrapper', `quiet(fetch(address() + '?' + fields()))`),
  inPage('GET by location.assign', 'guard', `location.assign(address() + '?' + fields())`),
  inPage(
    'GET by a link',
    'guard',
    `const a = document.createElement('a'); a.href = address() + '?' + fields(); document.body.append(a); a.click(); a.remove()`,
  ),
  inPage('GET by an image', lockedOrSeen, `new Image().src = address() + '?' + fields()`),
  inPage('GET by window.open', lockedOrSeen, `window.open(address() + '?' + fields())`),
  inPage('定时发布 by fetch', 'wrapper', `post(address('schedule'), fields('schedule'))`),
  inPage(
    'native form.submit of a fresh frame',
    'guard',
    `const { submit } = freshFrame().contentWindow.HTMLFormElement.prototype; sent(() => submit.call(form))`,
  ),
  inPage(
    'native requestSubmit of a fresh frame',
    'guard',
    `freshFrame().contentWindow.HTMLFormElement.prototype.requestSubmit.call(form, button)`,
  ),
  inPage(
    'fetch of a fresh same-origin frame',
    lockedOrSeen,
    `quiet(freshFrame().contentWindow.fetch(address(), { method: 'POST', body: fields() }))`,
  ),
  inPage(
    'form copied into a fresh frame',
    lockedOrSeen,
    `
    const copy = freshFrame().contentDocument.body.appendChild(document.createElement('form'))
    Object.assign(copy, { method: 'post', action: address() })
    for (const [name, value] of fields()) copy.append(Object.assign(document.createElement('input'), { name, value }))
    copy.ownerDocument.defaultView.HTMLFormElement.prototype.submit.call(copy)`,
  ),
  inPage('fetch from a worker', lockedOrSeen, `worker(address(), fields())`),
  inPage(
    'fetch from a shared worker',
    lockedOrSeen,
    `new SharedWorker('/assets/admin/sender.ts').port.postMessage(told(address(), fields()))`,
  ),
  inPage(
    "fetch from the page's service worker",
    lockedOrSeen,
    `
    const { installing, waiting, active } = await navigator.serviceWorker.register('/assets/admin/sender.ts')
    ;(active ?? waiting ?? installing).postMessage(told(address(), fields()))`,
  ),
]

const spelt = Object.entries(spellings).flatMap(([name, as]) => [
  inPage(`fetch, the path with ${name}`, 'wrapper', `post(spelled(${as}), fields())`),
  inPage(`worker, the path with ${name}`, lockedOrSeen, `worker(spelled(${as}), fields())`),
])

const elsewhere = [
  inList('second tab: fetch', `post(address(), fields())`),
  inList(
    '批量发布 in the list',
    `
    const bulk = document.body.appendChild(document.createElement('form'))
    Object.assign(bulk, { method: 'post', action: address('bulk') })
    for (const [name, value] of fields('bulk')) bulk.append(Object.assign(document.createElement('input'), { name, value }))
    bulk.submit()`,
  ),
  inList('恢复 from history', `post(address('restore'), fields('restore'))`),
]

/** Every way to publish that is tried, each with what is promised of it. A new one is one line here (and one in `plays.ts`, if no script can do it). */
export const ways: readonly Way[] = [
  ...pressed,
  ...byScript,
  ...spelt,
  ...elsewhere,
  played('WebSocket at the publish address', { own: 'lock', combined: 'open' }),
  played('Enter in the title', 'guard'),
  played('发布 in an iframe that holds the edit page', 'guard'),
  played('发布 in a second tab of the same article', 'guard'),
  played('发布 after a change that follows the approval', 'guard'),
  played('发布 after Back from the back-forward cache', 'guard'),
  played('fetch after Back from the back-forward cache', 'wrapper'),
  played('a second request in the window of a release', 'wrapper'),
  played("body changed in the page's own submit handler", 'detected'),
  played('a second field of the same name', 'detected'),
  played('reload of the answer, sent again', lockedOrSeen),
  played('发布 after the extension’s service worker died', 'guard'),
  played('worker after the extension’s service worker died', lockedOrSeen),
  played('service worker dead while a window stands open', 'detected'),
  played('发布 with the host permission withdrawn', { own: 'lock', combined: 'open' }),
  played('another name of the same host', 'open'),
  played('a program without this browser', 'open'),
]
