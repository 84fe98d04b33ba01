import { Hono } from 'hono'
import { contract } from '#shared/api/contract.ts'
import type { Endpoint } from '#shared/api/endpoint.ts'
import { assertLength, readBody } from './body.ts'
import { DOCS_POLICY, docsPage } from './docs.ts'
import { CORS, EVERY_ANSWER } from './every-answer.ts'
import { faultNameOf, type Log, newRequestId, whereOf } from './log.ts'
import { openApi } from './openapi.ts'
import { problemResponse, Refusal } from './refusal.ts'
import { routeOf } from './route.ts'
import { tenantNamedBy } from './tenant-of.ts'

/** What a request comes with: where bureaus live, and the operator's secret to keep strangers from making any. */
export interface FrontParts {
  readonly bureau: (tenant: string) => { fetch(request: Request): Promise<Response> }
  readonly operatorSecret: string
  readonly log: Log
}

/** Before any bureau: CORS, request ids, health, OpenAPI, and the way to the bureau that the credential names. Made once an isolate, its parts come with each request. */
export function front(version: string): Hono<{ Bindings: FrontParts }> {
  const app = new Hono<{ Bindings: FrontParts }>()
  app.options('*', () => new Response(null, { status: 204, headers: CORS }))
  app.get(contract['health.live'].path, (context) => context.json({ ok: true }, 200, EVERY_ANSWER))
  app.get(contract['health.ready'].path, async (context) => {
    const isReady = await storageAnswers(context.req.raw, context.env)
    return isReady
      ? context.json({ ok: true, version }, 200, EVERY_ANSWER)
      : problemResponse(new Refusal('unavailable'), newRequestId())
  })
  let document: string | null = null
  app.get(contract['openapi.read'].path, () => {
    document ??= JSON.stringify(openApi())
    return new Response(document, { headers: { ...EVERY_ANSWER, 'content-type': 'application/json' } })
  })
  let page: string | null = null
  app.get(contract['docs.read'].path, () => {
    page ??= docsPage()
    return new Response(page, {
      headers: { ...EVERY_ANSWER, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': DOCS_POLICY },
    })
  })
  app.all('*', (context) => toBureau(context.req.raw, context.env))
  return app
}

/** No bureau's name begins like this, so that the probe meets nobody's data. */
const PROBE = '_ready'

async function storageAnswers(request: Request, { bureau }: FrontParts): Promise<boolean> {
  try {
    return (await bureau(PROBE).fetch(request)).ok
  } catch {
    return false
  }
}

async function toBureau(request: Request, parts: FrontParts): Promise<Response> {
  const requestId = newRequestId()
  try {
    const { endpoint } = routeOf(request)
    await assertLength(request)
    const { tenant, body } = await addressed(endpoint, request, parts.operatorSecret)
    const onward = new Request(request, body === null ? {} : { body })
    onward.headers.set('x-request-id', requestId)
    if (body !== null) onward.headers.delete('content-length')
    return await parts.bureau(tenant).fetch(onward)
  } catch (error) {
    if (error instanceof Refusal) {
      parts.log({ event: 'refused', requestId, code: error.code })
      return problemResponse(error, requestId)
    }
    parts.log({ event: 'lost', requestId, fault: faultNameOf(error), where: whereOf(error) })
    return problemResponse(new Refusal('unavailable'), requestId)
  }
}

/** Whose request it is. Where no token says so the body does, and has then been read; else it goes on as it comes. */
async function addressed(endpoint: Endpoint, request: Request, secret: string) {
  const named = endpoint.who === 'public' || endpoint.who === 'operator'
  if (!named) return { tenant: tenantNamedBy(endpoint, request, '', secret), body: null }
  const body = request.body ? await readBody(request) : null
  return { tenant: tenantNamedBy(endpoint, request, body ?? '', secret), body }
}
