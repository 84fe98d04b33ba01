import { SELF } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { contract, type EndpointKey } from '#shared/api/contract.ts'
import type { Endpoint } from '#shared/api/endpoint.ts'
import { Problem, ProblemCode } from '#shared/api/problem.ts'
import { examples } from './examples/index.ts'
import { openApi } from './openapi.ts'
import { problemsOf } from './problems-of.ts'

const rows = Object.entries(contract) as [EndpointKey, Endpoint][]
interface Operation {
  responses: Record<string, { content?: Record<string, { examples?: Record<string, { value: unknown }> }> }>
}
const document = openApi() as { paths: Record<string, Record<string, Operation>> }

describe('the interface as others read it', () => {
  it.each(rows)('%s: question and answer are as their own schemas want them', (key, endpoint) => {
    const { ask, answer } = examples[key] as { ask: Record<string, unknown>; answer: unknown }
    for (const part of ['params', 'query', 'body'] as const) {
      const parsed = endpoint[part]?.safeParse(ask[part] ?? (part === 'query' ? {} : undefined))
      expect(parsed?.error?.issues ?? []).toEqual([])
      if (!endpoint[part]) expect(ask[part]).toBeUndefined()
    }
    expect(endpoint.answer.safeParse(answer).error?.issues ?? []).toEqual([])
  })

  it('has every endpoint, and every refusal as a problem of its status', () => {
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path))
    expect(operations).toHaveLength(rows.length)
    for (const { responses } of operations)
      for (const [status, { content }] of Object.entries(responses))
        for (const [code, { value }] of Object.entries(content?.['application/problem+json']?.examples ?? {}))
          expect(Problem.parse(value)).toMatchObject({ code, status: Number(status) })
  })

  it('leaves no code of the contract unnamed but those of addresses that are not there', () => {
    const named = new Set(rows.flatMap(([key, endpoint]) => problemsOf(endpoint, examples[key].refusals)))
    expect(ProblemCode.options.filter((code) => !named.has(code))).toEqual(['method-not-allowed'])
  })

  it('is a page without script or any address outside, and the document beside it', async () => {
    const page = await SELF.fetch('https://menxia.test/v1/docs')
    const html = await page.text()
    expect(page.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; base-uri/,
    )
    expect(html).not.toMatch(/<(?:script|link|img|iframe|object|form)|<[^>]*\s(?:src|style|on\w+)=/i)
    for (const [key] of rows) expect(html).toContain(`id="${key}"`)
    expect(await (await SELF.fetch('https://menxia.test/v1/openapi.json')).json()).toEqual(
      JSON.parse(JSON.stringify(document)),
    )
  })
})
