import { contract, type EndpointKey } from '#shared/api/contract.ts'
import type { Endpoint } from '#shared/api/endpoint.ts'
import { once, type Site } from './actors.ts'

/** The parts of a request, before it has a credential. */
export interface Parts {
  readonly params?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  /** Sent as it is, instead of `body`. */
  readonly text?: string
  readonly token: string | null
  /** Left out where false. */
  readonly idempotent?: boolean
  readonly headers?: Readonly<Record<string, string>>
}

/** One question of the matrix: a request, and what must come back. `fault` is null when it did. */
export interface Cell {
  readonly name: string
  readonly key: EndpointKey
  readonly parts: Parts
  readonly judge: (answer: Seen) => string | null
  /** The same request for something that is not there: the answer must be the same byte for byte, but for the request's own id. */
  readonly twin?: Parts
}
export interface Seen {
  readonly status: number
  readonly code: string | null
  readonly text: string
}

export async function ask(site: Site, key: EndpointKey, parts: Parts): Promise<Seen> {
  const endpoint: Endpoint = contract[key]
  const path = endpoint.path.replace(/:([a-z]+)/gi, (_, name: string) =>
    encodeURIComponent(String(parts.params?.[name])),
  )
  const query = new URLSearchParams(Object.entries(parts.query ?? {}).map(([name, value]) => [name, String(value)]))
  const text = parts.text ?? (endpoint.body ? JSON.stringify(parts.body ?? {}) : undefined)
  const answer = await site.send(`${site.base}${path}${query.size > 0 ? `?${query}` : ''}`, {
    method: endpoint.method,
    headers: {
      ...(parts.token === null ? {} : { authorization: `Bearer ${parts.token}` }),
      ...(text === undefined ? {} : { 'content-type': 'application/json' }),
      ...(endpoint.write && parts.idempotent !== false ? { 'idempotency-key': once() } : {}),
      ...parts.headers,
    },
    ...(text === undefined ? {} : { body: text }),
  })
  const said = await answer.text()
  return { status: answer.status, code: codeOf(said), text: said }
}

function codeOf(text: string): string | null {
  try {
    const value = JSON.parse(text) as { code?: unknown } | null
    return typeof value?.code === 'string' ? value.code : null
  } catch {
    return null
  }
}

/** Exactly this status, and this code where one is given. */
export function refusedWith(status: number, ...codes: readonly string[]): Cell['judge'] {
  return (seen) =>
    seen.status === status && (codes.length === 0 || codes.includes(seen.code ?? ''))
      ? null
      : `wanted ${status} ${codes.join(' or ')}, got ${seen.status} ${seen.code ?? ''}`
}

/** Not kept out: whatever the state it meets says, it is no 401, no 404, no 403 `forbidden` and no fault of ours. */
export const allowed: Cell['judge'] = ({ status, code }) =>
  status >= 500 || status === 401 || status === 404 || code === 'forbidden' ? `wanted in, got ${status} ${code}` : null

export async function runCell(site: Site, cell: Cell): Promise<string | null> {
  const seen = await ask(site, cell.key, cell.parts)
  const fault = cell.judge(seen) ?? (cell.twin ? differs(seen, await ask(site, cell.key, cell.twin)) : null)
  return fault === null ? null : `${cell.name}: ${fault}`
}

function differs(one: Seen, other: Seen): string | null {
  const said = ({ status, text }: Seen) => `${status} ${text.replace(/"requestId":"[^"]*"/, '')}`
  return said(one) === said(other) ? null : `tells another's from what is not there: ${said(one)} | ${said(other)}`
}
