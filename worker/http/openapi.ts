import * as z from 'zod'
import { contract } from '#shared/api/contract.ts'
import type { Endpoint } from '#shared/api/endpoint.ts'
import { PROBLEM_MEDIA, Problem } from '#shared/api/problem.ts'

type Json = Record<string, unknown>

/** The contract as OpenAPI 3.1. Made from the table, so it cannot say anything else. */
export function openApi(): Json {
  const paths: Record<string, Json> = {}
  for (const [key, endpoint] of Object.entries(contract) as [string, Endpoint][]) {
    const path = endpoint.path.replace(/:([a-z]+)/gi, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(key, endpoint) }
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

function operationOf(key: string, endpoint: Endpoint): Json {
  const media = endpoint.media ?? 'application/json'
  const answer = { description: '成功', content: { [media]: { schema: schemaOf(endpoint.answer, 'output') } } }
  const problem = {
    description: '拒绝',
    content: { [PROBLEM_MEDIA]: { schema: { $ref: '#/components/schemas/Problem' } } },
  }
  return {
    operationId: key,
    tags: [key.split('.')[0]],
    summary: endpoint.summary,
    'x-who': endpoint.who,
    security: endpoint.who === 'public' ? [] : [{ bearer: [] }],
    parameters: [
      ...parametersOf(endpoint.params, 'path'),
      ...parametersOf(endpoint.query, 'query'),
      ...(endpoint.write ? [header('Idempotency-Key', true)] : []),
      ...(endpoint.etag ? [header('If-None-Match', false)] : []),
    ],
    ...(endpoint.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } },
          },
        }
      : {}),
    responses: {
      [endpoint.status ?? 200]: answer,
      ...(endpoint.etag ? { 304: { description: '未变' } } : {}),
      default: problem,
    },
  }
}

function parametersOf(schema: z.ZodObject | undefined, where: 'path' | 'query'): Json[] {
  return Object.entries(schema?.shape ?? {}).map(([name, one]) => ({
    name,
    in: where,
    required: where === 'path' || !one.safeParse(undefined).success,
    schema: schemaOf(one as z.ZodType, 'input'),
  }))
}

function header(name: string, required: boolean): Json {
  return { name, in: 'header', required, schema: { type: 'string' } }
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}
