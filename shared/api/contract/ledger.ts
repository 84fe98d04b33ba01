import * as z from 'zod'
import { endpoints } from '../endpoint.ts'
import { Sha256 } from './common.ts'

const Size = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
const READERS = ['auditor', 'admin', 'reviewer'] as const
const Checkpoint = z.strictObject({
  /** C2SP signed note. */
  checkpoint: z.string().max(10_000),
  /** Verifier key line of the signer. */
  key: z.string().max(1000),
  size: z.int().nonnegative(),
})

export const ledger = endpoints({
  'ledger.checkpoint': {
    method: 'GET',
    path: '/v1/ledger/checkpoint',
    who: ['editor', 'reviewer', 'admin', 'auditor', 'witness'],
    summary: '台账现在的树头（已签名）。',
    answer: Checkpoint,
  },
  'ledger.entries': {
    method: 'GET',
    path: '/v1/ledger/entries',
    who: READERS,
    summary: '台账第 from 条到第 to 条之前，一次最多 1000 条。',
    query: z.strictObject({ from: Size, to: Size }),
    answer: z.strictObject({ entries: z.array(z.record(z.string(), z.unknown())), size: z.int().nonnegative() }),
  },
  'ledger.proof': {
    method: 'GET',
    path: '/v1/ledger/proof',
    who: ['editor', ...READERS],
    summary: '第 entry 条的存证证明（tlog-proof）。信息员只能取自己稿件的。',
    query: z.strictObject({ entry: Size }),
    answer: z.strictObject({ entry: z.record(z.string(), z.unknown()), proof: z.string().max(200_000) }),
  },
  'ledger.consistency': {
    method: 'GET',
    path: '/v1/ledger/consistency',
    who: [...READERS, 'witness'],
    summary: '大小为 from 的树是大小为 to 的树的开头：一致性证明。',
    query: z.strictObject({ from: Size, to: Size }),
    answer: z.strictObject({ from: z.int(), to: z.int(), proof: z.array(Sha256).max(128) }),
  },
})
