import { type Context, Hono } from 'hono'
import { contract, type EndpointKey } from '#shared/api/contract.ts'
import type { Endpoint } from '#shared/api/endpoint.ts'
import { problemReply } from './answering.ts'
import { assertLength, readBody } from './body.ts'
import type { FrontKey } from './call.ts'
import { DOCS_POLICY, docsPage } from './docs.ts'
import { CORS, EVERY_ANSWER, responseOf } from './every-answer.ts'
import { faultNameOf, type Log, newRequestId, type RequestId, whereOf } from './log.ts'
import { type BureauStub, onwardOf } from './onward.ts'
import { openApi } from './openapi.ts'
import { Refusal } from './refusal.ts'
import { tenantNamedBy } from './tenant-of.ts'

/** What a request comes with: where bureaus live, and the operator's secret to keep strangers from making any. */
export interface FrontParts {
  readonly bureau: (tenant: string) => BureauStub
  readonly operatorSecret: string
  readonly log: Log
}
type Front = Hono<{ Bindings: FrontParts }>
type Asked = Context<{ Bindings: FrontParts }>

const OWN: readonly EndpointKey[] = ['health.live', 'health.ready', 'openapi.read', 'docs.read'] satisfies FrontKey[]

/** The contract as Hono routes: what is answered before any bureau, and the way to the bureau that the credential names. Made once an isolate, its parts come with each request. */
export function front(version: string): Front {
  const app: Front = new Hono()
  app.options('*', () => new Response(null, { status: 204, headers: CORS }))
  app.get(contract['health.live'].path, (context) => context.json({ ok: true }, 200, EVERY_ANSWER))
  app.get(contract['health.ready'].path, async (context) => {
    return (await storageAnswers(context.env))
      ? context.json({ ok: true, version }, 200, EVERY_ANSWER)
      : refused('unavailable', newRequestId())
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
  const rows = Object.entries(contract) as [EndpointKey, Endpoint][]
  for (const [key, endpoint] of rows)
    if (!OWN.includes(key)) app.on(endpoint.method, endpoint.path, (context) => pass(key, endpoint, context))
  // After all of them, so that a path is met here only under a method that no row has.
  for (const [, { path }] of rows) app.all(path, (context) => turnAway('method-not-allowed', context))
  app.notFound((context) => turnAway('not-found', context))
  return app
}

/** No bureau's name begins like this, so that the probe meets nobody's data. */
const PROBE = '_ready'

async function storageAnswers({ bureau }: FrontParts): Promise<boolean> {
  try {
    return await bureau(PROBE).isReady()
  } catch {
    return false
  }
}

function turnAway(code: 'method-not-allowed' | 'not-found', { env }: Asked): Response {
  const requestId = newRequestId()
  env.log({ event: 'refused', requestId, code })
  return refused(code, requestId)
}

async function pass(key: EndpointKey, endpoint: Endpoint, context: Asked): Promise<Response> {
  const { log, bureau, operatorSecret } = context.env
  const requestId = newRequestId()
  const began = performance.now()
  try {
    const { tenant, bodyText } = await addressed(endpoint, context.req.raw, operatorSecret)
    const reply = await bureau(tenant).answer(onwardOf(key, context.req, bodyText, requestId))
    log({ event: 'request', requestId, endpoint: key, status: reply.status, ms: performance.now() - began })
    return responseOf(reply, requestId)
  } catch (error) {
    if (error instanceof Refusal) {
      log({ event: 'refused', requestId, code: error.code })
      return responseOf(problemReply(error, { requestId }), requestId)
    }
    log({ event: 'lost', requestId, fault: faultNameOf(error), where: whereOf(error) })
    return refused('unavailable', requestId)
  }
}

/** Whose request it is, and its body. Where no token says so the body does; else nothing is read for somebody who is nobody. */
async function addressed(endpoint: Endpoint, request: Request, secret: string) {
  await assertLength(request)
  const isNamedByBody = endpoint.who === 'public' || endpoint.who === 'operator'
  if (isNamedByBody) {
    const bodyText = await readBody(request)
    return { tenant: tenantNamedBy(endpoint, request, bodyText, secret), bodyText }
  }
  const tenant = tenantNamedBy(endpoint, request, '', secret)
  return { tenant, bodyText: await readBody(request) }
}

function refused(code: Refusal['code'], requestId: RequestId): Response {
  return responseOf(problemReply(new Refusal(code), { requestId }), requestId)
}
