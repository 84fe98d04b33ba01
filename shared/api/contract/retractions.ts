import * as z from 'zod'
import { endpoints } from '../endpoint.ts'
import { ById, Receipt, Words } from './common.ts'
import { Release } from './releases.ts'
import { Changed } from './reviews.ts'

const reason = Words.min(1)

export const retractions = endpoints({
  'reviews.retract': {
    method: 'POST',
    path: '/v1/reviews/:id/retract',
    who: ['editor', 'reviewer', 'admin'],
    write: true,
    summary: '撤稿：已发布、应急发布或须撤下的稿件已从网站撤下，写明理由。信息员只能记录自己的稿件。',
    params: ById,
    body: z.strictObject({ version: z.int().positive(), reason }),
    answer: Changed,
  },
  'releases.retract': {
    method: 'POST',
    path: '/v1/releases/:id/retract',
    who: ['editor', 'reviewer', 'admin'],
    write: true,
    summary: '撤稿：一次放行所发布的页面已撤下，例如发出的内容与批准的不一致。信息员只能记录自己的放行。',
    params: ById,
    body: z.strictObject({ reason }),
    answer: z.strictObject({ release: Release, receipt: Receipt }),
  },
})
