import { type Browser, browser } from '../platform/browser.ts'
import type { FromPage, ToPage } from './messages.ts'
import type { FromPanel } from './panel.ts'

/** What travels: one kind and its question. Everything the background learns about *who* asks comes from the browser's `sender`, never from here. */
export interface Ask {
  kind: string
  ask: unknown
}

export type Questions = FromPage & FromPanel

/** A question to the background was refused; `sentence` is Chinese and fit to be shown. */
export class Refused extends Error {
  readonly sentence: string
  constructor(sentence: string) {
    super(sentence)
    this.sentence = sentence
  }
}

interface Envelope {
  answer?: unknown
  refused?: string
}

/** Ask the background. Throws `Refused` with a sentence, or the browser's own error when the extension was updated under an open page. */
export async function askBackground<K extends keyof Questions>(
  kind: K,
  ask: Questions[K]['ask'],
): Promise<Questions[K]['answer']> {
  const got = (await browser.runtime.sendMessage({ kind, ask })) as Envelope | undefined
  if (got === undefined) throw new Refused('门下后台没有回答，请刷新页面后重试。')
  if (got.refused !== undefined) throw new Refused(got.refused)
  return got.answer as Questions[K]['answer']
}

/** Ask one frame of a tab. `null` where that frame is gone or has nothing to say. */
export async function askFrame<K extends keyof ToPage>(
  tabId: number,
  frameId: number,
  kind: K,
  ask: ToPage[K]['ask'],
): Promise<ToPage[K]['answer'] | null> {
  try {
    const got = (await browser.tabs.sendMessage(tabId, { kind, ask }, { frameId })) as Envelope | undefined
    return (got?.answer ?? null) as ToPage[K]['answer'] | null
  } catch {
    return null
  }
}

/** Tell every frame of a tab; nobody needs to answer. */
export async function tellTab<K extends keyof ToPage>(tabId: number, kind: K, ask: ToPage[K]['ask']): Promise<void> {
  await browser.tabs.sendMessage(tabId, { kind, ask }).catch(() => undefined)
}

export type Sender = Browser.runtime.MessageSender
export type Handler = (ask: unknown, sender: Sender) => Promise<unknown>

/**
 * Answer questions. A kind without a handler is left alone (another listener's business); a handler that throws `Refused` answers with its
 * sentence, and any other failure answers with a fixed one, so that no stack or text of a draft travels.
 */
export function answerWith(find: (kind: string, sender: Sender) => Handler | null): (signal?: AbortSignal) => void {
  const listener = (message: unknown, sender: Sender, respond: (envelope: Envelope) => void): boolean => {
    if (typeof message !== 'object' || message === null) return false
    const { kind, ask } = message as Partial<Ask>
    const handler = typeof kind === 'string' ? find(kind, sender) : null
    if (handler === null) return false
    handler(ask, sender).then(
      (answer) => respond({ answer }),
      (error: unknown) => {
        if (!(error instanceof Refused)) console.error('menxia', kind, error)
        respond({
          refused:
            error instanceof Refused ? error.sentence : '门下没能完成这一步，请重试；仍不行，请把诊断信息交给管理员。',
        })
      },
    )
    return true
  }
  return (signal) => {
    browser.runtime.onMessage.addListener(listener)
    signal?.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener))
  }
}

/** In a content script: answer the background's questions by a typed table, until `signal` aborts. */
export function answerBackground(
  table: { [K in keyof ToPage]?: (ask: ToPage[K]['ask']) => Promise<ToPage[K]['answer']> },
  signal: AbortSignal,
): void {
  const rows = table as Record<string, Handler | undefined>
  answerWith((kind, sender) => (sender.tab === undefined ? (rows[kind] ?? null) : null))(signal)
}
