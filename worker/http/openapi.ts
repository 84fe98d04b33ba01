import * as z from 'zod'
import { contract, type EndpointKey } from '#shared/api/contract.ts'
import type { Endpoint } from '#shared/api/endpoint.ts'
import { PROBLEM_MEDIA, Problem, type ProblemCode } from '#shared/api/problem.ts'
import type { Example } from './examples/example.ts'
import { examples } from './examples/index.ts'
import { problemsOf } from './problems-of.ts'
import { kindOf, problemOf, Refusal } from './refusal.ts'

type Json = Record<string, unknown>
type AnyExample = Pick<Example<EndpointKey>, 'refusals'> & {
  readonly ask: { readonly params?: Json; readonly query?: Json; readonly body?: unknown }
  readonly answer: unknown
}

/** The contract as OpenAPI 3.1. Made from the table, so it cannot say anything else. */
export function openApi(): Json {
  const paths: Record<string, Json> = {}
  for (const [key, endpoint] of Object.entries(contract) as [EndpointKey, Endpoint][]) {
    const path = endpoint.path.replace(/:([a-z]+)/gi, '{$1}')
    const operation = operationOf(key, endpoint, examples[key] as AnyExample)
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation }
  }
  return {
    openapi: '3.1.0',
    info: { title: '门下 Menxia', version: '1', description: '规则集、审核、放行与台账。' },
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: schemaOf(Problem, 'output') },
    },
    paths,
  }
}

function operationOf(key: EndpointKey, endpoint: Endpoint, { ask, answer, refusals }: AnyExample): Json {
  const body = endpoint.body && { schema: schemaOf(endpoint.body, 'input'), example: ask.body }
  return {
    operationId: key,
    tags: [key.split('.')[0]],
    summary: endpoint.summary,
    'x-who': endpoint.who,
    security: endpoint.who === 'public' ? [] : [{ bearer: [] }],
    parameters: [
      ...parametersOf(endpoint.params, 'path', ask.params),
      ...parametersOf(endpoint.query, 'query', ask.query),
      ...(endpoint.write ? [header('Idempotency-Key', true)] : []),
      ...(endpoint.etag ? [header('If-None-Match', false)] : []),
    ],
    ...(body ? { requestBody: { required: true, content: { 'application/json': body } } } : {}),
    responses: {
      [endpoint.status ?? 200]: {
        description: '成功',
        content: {
          [endpoint.media ?? 'application/json']: { schema: schemaOf(endpoint.answer, 'output'), example: answer },
        },
      },
      ...(endpoint.etag ? { 304: { description: '未变' } } : {}),
      ...refusalsOf(problemsOf(endpoint, refusals)),
    },
  }
}

/** The refusals by status, each with an example a code. */
function refusalsOf(codes: readonly ProblemCode[]): Json {
  const statuses = [...new Set(codes.map((code) => kindOf(code).status))]
  const said = statuses.map((status) => {
    const some = codes.filter((code) => kindOf(code).status === status)
    const examples = Object.fromEntries(some.map((code) => [code, { value: problemOf(new Refusal(code), 'r-1') }]))
    const content = { [PROBLEM_MEDIA]: { schema: { $ref: '#/components/schemas/Problem' }, examples } }
    return [status, { description: some.map((code) => `${kindOf(code).title}（${code}）`).join('；'), content }]
  })
  return Object.fromEntries(said)
}

function parametersOf(schema: z.ZodObject | undefined, where: 'path' | 'query', example: Json = {}): Json[] {
  return Object.entries(schema?.shape ?? {}).map(([name, one]) => ({
    name,
    in: where,
    required: where === 'path' || !one.safeParse(undefined).success,
    schema: schemaOf(one as z.ZodType, 'input'),
    ...(name in example ? { example: example[name] } : {}),
  }))
}

function header(name: string, required: boolean): Json {
  return { name, in: 'header', required, schema: { type: 'string' } }
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}
