/** Plays the background in the gate's tests. Loaded as a module of the extension, so it imports the real lock and comparison. */
import { demoProfiles } from '../../../extension/adapters/profiles/demo.ts'
import { profileFor } from '../../../extension/adapters/profiles/profile-for.ts'
import { compareSent } from '../../../extension/gate/compare.ts'
import { type NetworkApi, NetworkGate } from '../../../extension/gate/network-gate.ts'
import type { Marks } from '../../../extension/messages/messages.ts'
import { stampOf } from '../../../extension/messages/stamp.ts'
import type { Draft } from '../../../shared/draft/draft.ts'
import type { Profile } from '../../../shared/ruleset/profile.ts'
import type { StandIn } from './stand-in.ts'

interface Sender {
  tab: { id: number }
  frameId: number
  url: string
}
interface Message {
  kind: string
  ask: { url?: string; way?: string; draft?: Draft | null; control?: string }
}
declare const chrome: NetworkApi & {
  runtime: {
    onMessage: {
      addListener(listen: (message: Message, sender: Sender, respond: (answer: unknown) => void) => boolean): void
    }
  }
  storage: {
    local: {
      get(key: string): Promise<{ locked?: Parameters<StandIn['lock']>[0] }>
      set(values: object): Promise<void>
    }
  }
  tabs: {
    sendMessage(tab: number, message: unknown, options?: { frameId: number }): Promise<{ answer: { pressed: boolean } }>
  }
}

let profiles: Profile[] = []
let marks: Marks | null = null
let form = { tab: -1, frame: 0, profile: null as Profile | null }
let released: { draft: Draft; contentHash: string } | null = null
/** Stands for the content hash: the parts that the demo's publish request carries, as text. */
const hash = ({ title, channel, body }: Draft): string =>
  JSON.stringify([title, channel, body.source.replace(/<[^>]*>|&nbsp;|\s/g, '')])

const refusedBy = 'net::ERR_BLOCKED_BY_CLIENT'
chrome.webRequest.onErrorOccurred.addListener(
  ({ error, url }) => {
    if (error === refusedBy) standIn.refused.push(url)
  },
  { urls: ['<all_urls>'] },
)

const gate = new NetworkGate(chrome, (sent, profile, wasReleased) => {
  const comparison = compareSent(sent, wasReleased ? released : null, form.profile ?? profile, hash)
  standIn.sent.push({ released: wasReleased, comparison })
})

async function openFor(draft: Draft): Promise<void> {
  released = { draft, contentHash: hash(draft) }
  await gate.openWindow(form.profile!, form.tab)
}

const standIn: StandIn = {
  verdict: 'hold',
  log: [],
  sent: [],
  refused: [],
  approved: null,
  async lock({ origin, manner }) {
    await chrome.storage.local.set({ locked: { origin, manner } })
    profiles = demoProfiles(origin).filter(({ id }) => id.startsWith('demo-combined') === (manner === 'combined'))
    await gate.lock(profiles)
  },
  approve() {
    standIn.verdict = 'approved'
    standIn.approved = hash(standIn.log.findLast(({ draft }) => draft !== null)!.draft!)
  },
  async release(control) {
    await openFor(standIn.log.findLast(({ draft }) => draft !== null)!.draft!)
    const ask = { kind: 'page.release', ask: { control } }
    return (await chrome.tabs.sendMessage(form.tab, ask, { frameId: form.frame })).answer.pressed
  },
  async ask(kind, ask) {
    const answer = await chrome.tabs.sendMessage(form.tab, { kind, ask }, { frameId: form.frame })
    void chrome.tabs.sendMessage(form.tab, { kind, ask })
    return answer.answer
  },
}
Object.assign(globalThis, { standIn })
// Woken after it died, as the real one: the lock and the profiles first.
void chrome.storage.local.get('locked').then(({ locked }) => (locked === undefined ? null : standIn.lock(locked)))

async function answer({ kind, ask }: Message, sender: Sender): Promise<unknown> {
  if (kind === 'page.connect') {
    const profile = profileFor(ask.url ?? '', profiles)
    if (profile !== null && /^http/.test(sender.url)) form = { tab: sender.tab.id, frame: sender.frameId, profile }
    return { profile }
  }
  if (kind === 'page.check') {
    const { source } = ask.draft!.body
    const spans = Array.from(source.matchAll(/校/g), ({ index }) => ({ field: 'body', start: index, end: index + 1 }))
    marks = { spans, count: spans.length, stamp: stampOf(source) }
    void chrome.tabs.sendMessage(sender.tab.id, { kind: 'page.paint', ask: { marks } })
    return marks
  }
  if (kind === 'page.marks') return marks
  if (kind !== 'page.publish') return {}
  const open = standIn.verdict === 'open' || (standIn.verdict === 'approved' && standIn.approved === hash(ask.draft!))
  if (open) await openFor(ask.draft!)
  return { verdict: open ? 'open' : 'hold' }
}

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  const { kind, ask } = message
  standIn.log.push({
    kind,
    way: ask.way,
    draft: ask.draft ?? null,
    tab: sender.tab.id,
    frame: sender.frameId,
    url: sender.url ?? '',
  })
  if (kind === 'page.publish' && standIn.verdict === 'silent') return false
  void answer(message, sender).then((given) => respond({ answer: given }))
  return true
})
