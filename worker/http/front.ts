import { Hono } from 'hono'
import { contract } from '#shared/api/contract.ts'
import { readBody } from './body.ts'
import { openApi } from './openapi.ts'
import { problemResponse, Refusal } from './refusal.ts'
import { routeOf } from './route.ts'
import { tenantNamedBy } from './tenant-of.ts'

/** What the front needs: where bureaus live, and the operator's secret to keep strangers from making any. */
export interface FrontParts {
  readonly bureau: (tenant: string) => { fetch(request: Request): Promise<Response> }
  readonly operatorSecret: string
  readonly version: string
}

/** No cookies anywhere, so any origin may ask: a token is what counts, and no page can make a browser send one. */
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
  'access-control-allow-headers': 'authorization, content-type, idempotency-key, if-none-match',
  'access-control-expose-headers': 'etag, x-request-id',
  'access-control-max-age': '86400',
}

/** Before any bureau: CORS, request ids, health, OpenAPI, and the way to the bureau that the credential names. */
export function front(parts: FrontParts): Hono {
  const app = new Hono()
  app.use(async (context, next) => {
    if (context.req.method === 'OPTIONS') return new Response(null, { status: 204, headers: CORS })
    await next()
    for (const [name, value] of Object.entries(CORS)) context.res.headers.set(name, value)
    context.res.headers.set('x-content-type-options', 'nosniff')
  })
  app.get(contract['health.live'].path, (context) => context.json({ ok: true }))
  app.get(contract['health.ready'].path, (context) => context.json({ ok: true, version: parts.version }))
  let document: string | null = null
  app.get(contract['openapi.read'].path, () => {
    document ??= JSON.stringify(openApi())
    return new Response(document, { headers: { 'content-type': 'application/json' } })
  })
  app.all('*', (context) => toBureau(context.req.raw, parts))
  return app
}

async function toBureau(request: Request, parts: FrontParts): Promise<Response> {
  const requestId = crypto.randomUUID()
  try {
    const { endpoint } = routeOf(request)
    const body = request.body ? await readBody(request) : ''
    const tenant = tenantNamedBy(endpoint, request, body, parts.operatorSecret)
    const headers = new Headers(request.headers)
    headers.set('x-request-id', requestId)
    headers.delete('content-length')
    const init = { method: request.method, headers, ...(body === '' ? {} : { body }) }
    const answer = await parts.bureau(tenant).fetch(new Request(request.url, init))
    return new Response(answer.body, answer)
  } catch (error) {
    return problemResponse(error instanceof Refusal ? error : new Refusal('unavailable'), requestId)
  }
}
