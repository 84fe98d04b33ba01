import type { EvidenceFault } from '#shared/ledger/evidence.ts'
import type { LedgerFault, LedgerFaultCode } from '#shared/ledger/fault.ts'

/** What is wrong with a piece of evidence, and what that means. */
export const EVIDENCE_FAULTS: Readonly<Record<EvidenceFault, string>> = {
  'key-malformed': '公钥行写法不对：不是有效的验证公钥，请重新导出凭证',
  'key-differs': '公钥不是您给出的那一个：凭证由别的台账签发，或公钥被换过',
  'proof-malformed': '存证证明写法不对：文件被改动或没有复制完整',
  'checkpoint-not-signed': '树头的签名不成立：树头被改动，或不是这个公钥签的',
  'index-differs': '序号不符：证明指向台账的另一条记录',
  'not-included': '记录不在台账中：内容或证明被改动过',
  'opening-differs': '文字与台账中的摘要不符：理由或命中清单被改动过',
  'mixed-subjects': '各条记录说的不是同一份稿件或同一个单位',
}

const LEDGER_FAULTS: Readonly<Record<LedgerFaultCode, string>> = {
  'entry-malformed': '记录写法不对：被改动或没有复制完整',
  'entry-missing': '记录缺失：被删去',
  'entry-out-of-place': '记录不在原位：被插入、重复或调换了次序',
  'idem-repeated': '同一次操作记了两遍：被插入或重复',
  'tenant-differs': '记录属于另一个单位',
  'time-goes-back': '时间早于前一条：时间被倒填，或次序被调换',
  'older-than-checkpoint': '时间早于您保存的树头，却排在它之后：时间被倒填',
  'key-malformed': '台账给出的公钥行写法不对',
  'key-changed': '您保存的树头不是这个公钥签的：公钥被换过，或这是另一本台账',
  'checkpoint-not-signed': '树头的签名不成立：树头被改动，或不是这个公钥签的',
  'checkpoint-differs': '记录与台账自己的树头不符：记录被改动过',
  truncated: '记录比树头少：末尾被截去',
  'not-covered': '记录比树头多：多出的部分没有签名',
  'rolled-back': '台账比您保存的树头短：被退回到以前',
  'history-differs': '记录与您保存的树头不符：历史被改写，或给您的是另一本账',
}

/** One line a fault: what is wrong, and at which entries as far as that can be told. */
export function sayFault({ code, from, to }: LedgerFault): string {
  return `${place(from, to)}${LEDGER_FAULTS[code]}。`
}

function place(from: number | null, to: number | null): string {
  if (from === null || to === null) return ''
  return to - from === 1 ? `第 ${from} 条：` : `第 ${from} 至 ${to - 1} 条：`
}
