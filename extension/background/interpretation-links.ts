import { parseUrl } from '#shared/draft/target.ts'
import { isInterpreted, type LinkView } from '../messages/interpretation-view.ts'
import type { CheckView } from '../messages/view.ts'
import { browser } from '../platform/browser.ts'
import { sentences } from '../platform/text/background.ts'
import { decodePage, type NamedDocument, namesDocument } from './names-document.ts'

/** Longest page that is read, bytes, and longest wait, ms. */
const MOST_BYTES = 2 * 1024 * 1024
const MOST_TIME = 10_000
/** An answer is good for so long, ms. */
const FRESH = 10 * 60_000

export interface InterpretationLinks {
  /** By address: what is behind the published interpretations of a checked policy. Empty for any other kind. */
  behind(check: CheckView): Promise<Record<string, LinkView>>
  /** Whether a public page answers and names the document. Never guessed: what was not asked says so. Never rejects. */
  look(url: string, document: NamedDocument): Promise<LinkView>
}

interface Parts {
  fetch: (url: string, init: RequestInit) => Promise<Response>
  mayRead: (origin: string) => Promise<boolean>
  now: () => number
}

/** Reads public pages only where a person has allowed their site, without cookies, and follows no redirect: it could leave the site. */
export function interpretationLinks({ fetch, mayRead, now }: Parts): InterpretationLinks {
  const known = new Map<string, { at: number; view: Promise<LinkView> }>()

  async function ask(url: string, document: NamedDocument): Promise<LinkView> {
    if (!(await mayRead(new URL(url).origin))) return { state: 'unasked', why: sentences.links.noPermission }
    try {
      const response = await fetch(url, {
        ...{ credentials: 'omit', redirect: 'manual', referrerPolicy: 'no-referrer', cache: 'no-store' },
        signal: AbortSignal.timeout(MOST_TIME),
      })
      if (response.type === 'opaqueredirect') return { state: 'silent', why: sentences.links.redirected }
      if (!response.ok) return { state: 'silent', why: sentences.links.status(response.status) }
      const page = decodePage(await headOf(response), response.headers.get('content-type'))
      return namesDocument(page, url, document)
        ? { state: 'names', why: '' }
        : { state: 'other', why: sentences.links.other }
    } catch {
      return { state: 'silent', why: sentences.links.unreachable }
    }
  }

  async function look(url: string, document: NamedDocument): Promise<LinkView> {
    if (!/^https?:$/.test(parseUrl(url)?.protocol ?? '')) return { state: 'silent', why: sentences.links.noAddress }
    const key = JSON.stringify([url, document.title, document.documentNumber])
    const before = known.get(key)
    if (before !== undefined && now() - before.at < FRESH && (await before.view).state === 'names') return before.view
    const view = ask(url, document)
    known.set(key, { at: now(), view })
    return view
  }

  return {
    look,
    async behind({ kind, interpretation, title, documentNumber }) {
      if (!isInterpreted(kind.is)) return {}
      const urls = interpretation.forms.flatMap(({ state, url }) =>
        state === 'published' && url !== null ? [url] : [],
      )
      const pairs = urls.map(async (url) => [url, await look(url, { title, documentNumber })] as const)
      return Object.fromEntries(await Promise.all(pairs))
    },
  }
}

/** Whether the browser lets us read this origin. */
export function mayReadOrigin(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [`${origin}/*`] })
}

/** The first part of a page; the rest is not waited for. */
async function headOf(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for (const reader = response.body?.getReader(); reader !== undefined; ) {
    const { done, value } = await reader.read()
    if (done) break
    parts.push(value)
    size += value.length
    if (size < MOST_BYTES) continue
    await reader.cancel()
    break
  }
  const all = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
