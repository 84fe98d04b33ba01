import { contract, type EndpointKey } from '#shared/api/contract.ts'
import type { Endpoint } from '#shared/api/endpoint.ts'
import { Refusal } from './refusal.ts'

interface Row {
  readonly key: EndpointKey
  readonly endpoint: Endpoint
  readonly pattern: RegExp
}

/** Rows with fewer parameters first, so that `/rulesets/current` is not taken for a version. */
const ROWS: readonly Row[] = (Object.entries(contract) as [EndpointKey, Endpoint][])
  .map(([key, endpoint]) => {
    const source = endpoint.path.replaceAll('.', '\\.').replace(/:[a-z]+/gi, '[^/]+')
    return { key, endpoint, pattern: new RegExp(`^${source}$`) }
  })
  .sort((a, b) => a.endpoint.path.split(':').length - b.endpoint.path.split(':').length)

/** Those without a parameter, by method and path: most requests are for one of them. */
const FIXED: ReadonlyMap<string, Row> = new Map(
  ROWS.filter(({ endpoint }) => !endpoint.path.includes(':')).map((row) => [
    `${row.endpoint.method} ${row.endpoint.path}`,
    row,
  ]),
)

/** The row of the contract that a request is for. 404 where no path fits, 405 where the path is there under another method. */
export function routeOf(request: Request): Row {
  const { pathname } = new URL(request.url)
  const row =
    FIXED.get(`${request.method} ${pathname}`) ??
    ROWS.find(({ endpoint, pattern }) => endpoint.method === request.method && pattern.test(pathname))
  if (row) return row
  throw new Refusal(ROWS.some(({ pattern }) => pattern.test(pathname)) ? 'method-not-allowed' : 'not-found')
}
