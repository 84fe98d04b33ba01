import { parseUrl } from '../../draft/target.ts'

/** What is wrong with an address that must never reach a public page, in Chinese; `null` where nothing is. */
export function localAddress(value: string): string | null {
  const written = value.trim().replace(/[\t\r\n]/g, '')
  const lower = written.toLowerCase()
  if (lower.startsWith('file:')) return '指向本机文件（file:）'
  if (/^[a-z]:[\\/]/.test(lower)) return '指向本机磁盘'
  if (/^\\\\[^\\]/.test(written)) return '指向局域网共享文件夹'
  if (lower.startsWith('blob:')) return '指向浏览器临时数据（blob:）'
  if (lower.startsWith('vbscript:') || (lower.startsWith('javascript:') && !isIdle(lower)))
    return '带有脚本（javascript:）'
  const host = hostOf(written)
  if (host === null) return null
  if (host === 'localhost' || host.endsWith('.localhost') || /^127\.|^\[?::1\]?$|^0\.0\.0\.0$/.test(host))
    return '指向本机（localhost）'
  if (/^10\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\.|^169\.254\./.test(host) && isIp(host)) return '指向内网地址'
  return null
}

/** `javascript:;` and `javascript:void(0)` do nothing: what templates put on a button. */
function isIdle(lower: string): boolean {
  return /^javascript:\s*(?:;|void\s*\(?\s*0?\s*\)?\s*;?|)$/.test(lower)
}

function isIp(host: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host)
}

/** Host of an absolute http(s) or protocol-relative address, in lower case; `null` for any other. */
export function hostOf(address: string): string | null {
  const written = address.startsWith('//') ? `http:${address}` : address
  if (!/^https?:/i.test(written)) return null
  return parseUrl(written)?.hostname.toLowerCase().replace(/\.$/, '') ?? null
}

/** True where `host` is `domain` or lies under it. */
export function isUnder(host: string, domain: string): boolean {
  const bare = domain
    .toLowerCase()
    .replace(/^(?:https?:\/\/)?(?:www\.)?/, '')
    .replace(/\/.*$/, '')
  return bare !== '' && (host === bare || host.endsWith(`.${bare}`))
}

/** Domains of the state: they need no confirmation. */
export function isPublicDomain(host: string): boolean {
  return /(?:^|\.)(?:gov|edu|mil)\.cn$|(?:^|\.)(?:12371|12345|people|xinhuanet|news|cctv|qstheory)\.(?:cn|com|com\.cn)$|\.政务$|\.公益$/.test(
    host,
  )
}
