import type { HonoRequest } from 'hono'
import type { EndpointKey } from '#shared/api/contract.ts'
import { bearerOf, type Secret } from './credential.ts'
import type { RequestId } from './log.ts'

/** A request as the front has read it, on its way to the bureau's object: plain data, which one object can hand to another. */
export interface Onward {
  readonly requestId: RequestId
  readonly key: EndpointKey
  readonly params: Record<string, string>
  readonly query: Record<string, string | string[]>
  readonly bodyText: string
  readonly credential: Secret | null
  readonly idempotencyKey: string | null
  /** The ETag that the client holds. */
  readonly known: string | null
}

/** What comes back, for the front to make a response of. */
export interface Reply {
  readonly status: number
  /** Media type; null where there is no body. */
  readonly type: string | null
  readonly body: string | null
  readonly etag: string | null
}

/** A bureau's object as the front sees it. Asked by RPC and not by `fetch`: HTTP is read and written in one place, and what runs in the object awaits nothing. */
export interface BureauStub {
  answer(asked: Onward): Promise<Reply>
  /** Whether its storage takes and gives. Rejects or says no where it does not. */
  isReady(): Promise<boolean>
}

/** The request as the bureau gets it. */
export function onwardOf(key: EndpointKey, request: HonoRequest, bodyText: string, requestId: RequestId): Onward {
  const { headers, url } = request.raw
  return {
    requestId,
    key,
    params: request.param(),
    query: queryOf(url),
    bodyText,
    credential: bearerOf(headers),
    idempotencyKey: headers.get('idempotency-key'),
    known: headers.get('if-none-match'),
  }
}

/** A name given twice is an array, which no schema of ours accepts. */
function queryOf(address: string): Record<string, string | string[]> {
  if (!address.includes('?')) return {}
  const url = new URL(address)
  const names = [...new Set(url.searchParams.keys())]
  return Object.fromEntries(
    names.map((name) => {
      const values = url.searchParams.getAll(name)
      return [name, values.length === 1 ? values[0]! : values]
    }),
  )
}
