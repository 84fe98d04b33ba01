import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import * as z from 'zod'
import { contract, type EndpointKey } from '#shared/api/contract.ts'
import type { Endpoint } from '#shared/api/endpoint.ts'
import { toBase64 } from '#shared/ledger/base64.ts'
import { STYLE } from './docs-style.ts'
import { CHAPTERS, WORDS, whoInWords } from './docs-words.ts'
import { examples } from './examples/index.ts'
import { problemsOf } from './problems-of.ts'
import { kindOf } from './refusal.ts'

interface Ask {
  readonly params?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
}
type Row = readonly [EndpointKey, Endpoint]

/** No script, nothing from anywhere, no frame: the page is text and the one style below. */
export const DOCS_POLICY = `default-src 'none'; style-src 'sha256-${toBase64(sha256(utf8ToBytes(STYLE)))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** The contract as a page for people, from the same table and examples as the OpenAPI document. */
export function docsPage(): string {
  const rows = Object.entries(contract) as Row[]
  const chapters = Object.entries(CHAPTERS).map(([noun, name]) => ({
    noun,
    name,
    rows: rows.filter(([key]) => key.startsWith(`${noun}.`)),
  }))
  const contents = chapters.map(({ noun, name }) => `<li><a href="#${noun}">${name}</a></li>`).join('')
  const body = chapters
    .map(({ noun, name, rows }) => `<h2 id="${noun}">${name}</h2>${rows.map(endpointHtml).join('')}`)
    .join('')
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${WORDS.title}</title><style>${STYLE}</style></head><body><h1>${WORDS.title}</h1><p>${WORDS.intro}</p><p>${WORDS.refusals}</p><p>${WORDS.machine}<a href="${contract['openapi.read'].path}">openapi.json</a></p><nav aria-label="${WORDS.contents}"><ul>${contents}</ul></nav>${body}</body></html>`
}

function endpointHtml([key, endpoint]: Row): string {
  const { method, path, summary, who } = endpoint
  const { ask, answer, refusals } = examples[key]
  const inside = [
    section(WORDS.mayCall, `<p>${whoInWords(who)}</p>`),
    parametersHtml(endpoint),
    section(WORDS.question, code(requestText(endpoint, ask as Ask))),
    endpoint.body ? schemaHtml(endpoint.body, 'input') : '',
    section(WORDS.answer, code(`${endpoint.status ?? 200}\n${typeof answer === 'string' ? answer : json(answer)}`)),
    schemaHtml(endpoint.answer, 'output'),
    section(WORDS.problems, problemsHtml(problemsOf(endpoint, refusals))),
  ]
  return `<details class="endpoint" id="${key}"><summary><span class="method ${method}">${method}</span><span class="path">${escaped(path)}</span><span class="says">${escaped(summary)}</span></summary><div class="inside">${inside.join('')}</div></details>`
}

/** The request as it goes over the wire; what is a secret is named and not shown. */
function requestText({ method, path, who, write, body }: Endpoint, ask: Ask): string {
  const address = path.replace(/:([a-z]+)/gi, (_, name: string) => encodeURIComponent(String(ask.params?.[name])))
  const query = Object.entries(ask.query ?? {}).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
  return [
    `${method} ${address}${query.length > 0 ? `?${query.join('&')}` : ''}`,
    ...(who === 'public' ? [] : [`Authorization: Bearer ${who === 'operator' ? '运维密钥' : '令牌'}`]),
    ...(write ? ['Idempotency-Key: 0192f3a0-7c1e-7d21'] : []),
    ...(body ? ['Content-Type: application/json', '', json(ask.body)] : []),
  ].join('\n')
}

function parametersHtml({ params, query }: Endpoint): string {
  const all = [...Object.entries(params?.shape ?? {}), ...Object.entries(query?.shape ?? {})]
  if (all.length === 0) return ''
  const rows = all.map(([name, schema]) => {
    const needed = schema.safeParse(undefined).success ? WORDS.optional : WORDS.required
    return `<tr><td><code>${name}</code></td><td>${needed}</td><td><code>${escaped(JSON.stringify(schemaOf(schema as z.ZodType, 'input')))}</code></td></tr>`
  })
  return section(WORDS.parameters, `<table><tbody>${rows.join('')}</tbody></table>`)
}

function problemsHtml(codes: ReturnType<typeof problemsOf>): string {
  const rows = codes.map((one) => {
    const { status, detail } = kindOf(one)
    return `<tr><td>${status}</td><td><code>${one}</code></td><td>${escaped(detail)}</td></tr>`
  })
  const head = `<tr><th>${WORDS.status}</th><th>${WORDS.code}</th><th>${WORDS.meaning}</th></tr>`
  return `<table><thead>${head}</thead><tbody>${rows.join('')}</tbody></table>`
}

function schemaHtml(schema: z.ZodType, io: 'input' | 'output'): string {
  return `<details><summary>${WORDS.schema}</summary>${code(json(schemaOf(schema, io)))}</details>`
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

function section(title: string, html: string): string {
  return `<h3>${title}</h3>${html}`
}

function code(text: string): string {
  return `<pre>${escaped(text)}</pre>`
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
