import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** Largest file that is read, bytes. A bigger one is named as not read. */
export const MOST_BYTES = 100 * 1024 * 1024
/** Longest time for one file, ms. */
export const MOST_TIME = 60_000

/** What reading one attachment gave: its bytes' SHA-256 and their number, or why there is none (Chinese, for the editor). */
export type Reading = { sha256: string; size: number; etag: string | null } | { why: string }

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/**
 * Downloads one attachment through its own link, with the person's own cookies, and hashes it as it comes; the bytes are kept nowhere. `known`
 * saves the download where the server vouches for the same bytes by a strong ETag. `at` is told how far it is, in bytes. Never rejects.
 */
export async function readFile(
  fetch: Fetch,
  url: string,
  known: Reading | null,
  at: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Reading> {
  const timeout = AbortSignal.timeout(MOST_TIME)
  // `AbortSignal.any` is younger than the oldest browser.
  const stop = new AbortController()
  for (const one of [signal, timeout]) one.addEventListener('abort', () => stop.abort(), { once: true })
  if (signal.aborted) stop.abort()
  const etag = known !== null && 'etag' in known ? known.etag : null
  try {
    const response = await fetch(url, {
      credentials: 'same-origin',
      cache: 'no-store',
      headers: etag === null ? {} : { 'if-none-match': etag },
      signal: stop.signal,
    })
    if (response.status === 304 && known !== null) return known
    const why = refusalOf(response, url)
    if (why === null) return await hashBody(response, at)
    await response.body?.cancel()
    return { why }
  } catch {
    return {
      why: timeout.aborted ? `下载超过 ${MOST_TIME / 1000} 秒，没有读完` : '下载中断，没有读到；请检查网络后重试',
    }
  }
}

async function hashBody(response: Response, at: (bytes: number) => void): Promise<Reading> {
  const hash = sha256.create()
  let size = 0
  for (const reader = response.body?.getReader(); reader !== undefined; ) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.length
    if (size > MOST_BYTES) {
      await reader.cancel()
      return { why: tooLarge }
    }
    hash.update(value)
    at(size)
  }
  const etag = response.headers.get('etag')
  return { sha256: bytesToHex(hash.digest()), size, etag: etag?.startsWith('"') ? etag : null }
}

const tooLarge = `超过 ${MOST_BYTES / 1024 / 1024} MB，没有读`

/** Why what came is not the file; null where it is. A page in place of a file is mostly the CMS asking for a login. */
function refusalOf(response: Response, url: string): string | null {
  if (response.redirected) return '下载地址转到了别处，可能是后台登录已失效；请重新登录后台后刷新页面'
  if (!response.ok) return `后台没有给出文件（${response.status}），您可能没有下载权限，或文件已被删除`
  if (Number(response.headers.get('content-length') ?? 0) > MOST_BYTES) return tooLarge
  const isPage = /^text\/html\b/i.test(response.headers.get('content-type') ?? '')
  if (isPage && !/\.s?html?$/i.test(new URL(url).pathname)) return '后台给出的是网页而不是文件，可能要重新登录后台'
  return null
}
