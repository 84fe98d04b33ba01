import { SHEET_POLICY } from '../services/sheet.ts'
import type { RequestId } from './log.ts'
import type { Reply } from './onward.ts'

/** No cookies anywhere, so any origin may ask: a token is what counts, and no page can make a browser send one. */
export const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
  'access-control-allow-headers': 'authorization, content-type, idempotency-key, if-none-match',
  'access-control-expose-headers': 'etag, x-request-id',
  'access-control-max-age': '86400',
}

/** Headers of every answer, a bureau's or the front's own. */
export const EVERY_ANSWER = { ...CORS, 'x-content-type-options': 'nosniff' }

/** A bureau's answer, or a refusal, as HTTP. */
export function responseOf({ status, type, body, etag }: Reply, requestId: RequestId): Response {
  const headers: Record<string, string> = {
    ...EVERY_ANSWER,
    'cache-control': etag === null ? 'no-store' : 'private, no-cache',
    'x-request-id': requestId,
  }
  if (etag !== null) headers.etag = etag
  if (type !== null) headers['content-type'] = type
  // What is printed runs no script and loads nothing, whatever a title says.
  if (type?.startsWith('text/')) headers['content-security-policy'] = SHEET_POLICY
  return new Response(body, { status, headers })
}
