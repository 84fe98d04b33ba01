/** No cookies anywhere, so any origin may ask: a token is what counts, and no page can make a browser send one. */
export const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
  'access-control-allow-headers': 'authorization, content-type, idempotency-key, if-none-match',
  'access-control-expose-headers': 'etag, x-request-id',
  'access-control-max-age': '86400',
}

/** Headers of every answer. Whoever makes one sets them, so that the front passes a bureau's on as it is: a copy costs a good part of an unchanged rule set. */
export const EVERY_ANSWER = { ...CORS, 'x-content-type-options': 'nosniff' }
