import * as z from 'zod'
import { Report } from '../../rules/finding.ts'
import { endpoints } from '../endpoint.ts'
import { CheckClaim } from './claims.ts'
import { At, Id, Receipt } from './common.ts'

/** How the Worker's own verdict compares with the claim: `unchecked` where it got no text. */
export const Agreement = z.enum(['agrees', 'differs', 'unchecked'])
export type Agreement = z.infer<typeof Agreement>

export const checks = endpoints({
  'checks.record': {
    method: 'POST',
    path: '/v1/checks',
    who: ['editor', 'reviewer'],
    write: true,
    status: 201,
    summary: '记录一次检查；设置允许保存文本时，服务端自己再查一遍并以自己的结果为准。',
    body: CheckClaim,
    answer: z.strictObject({ id: Id, at: At, agreement: Agreement, report: Report.nullable(), receipt: Receipt }),
  },
})
