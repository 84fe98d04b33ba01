import * as z from 'zod'
import { endpoints } from '../endpoint.ts'

export const health = endpoints({
  'health.live': {
    method: 'GET',
    path: '/v1/healthz',
    who: 'public',
    summary: '进程活着。',
    answer: z.strictObject({ ok: z.literal(true) }),
  },
  'health.ready': {
    method: 'GET',
    path: '/v1/readyz',
    who: 'public',
    summary: '存储能读能写；不能时答复 503。',
    answer: z.strictObject({ ok: z.literal(true), version: z.string().max(100) }),
  },
  'openapi.read': {
    method: 'GET',
    path: '/v1/openapi.json',
    who: 'public',
    summary: '这份接口说明。',
    answer: z.record(z.string(), z.unknown()),
  },
  'docs.read': {
    method: 'GET',
    path: '/v1/docs',
    who: 'public',
    media: 'text/html',
    summary: '这份接口说明，供人阅读的网页。',
    answer: z.string(),
  },
})
