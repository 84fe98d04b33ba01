import type { Fault, Problem, ProblemCode } from '#shared/api/problem.ts'

interface Kind {
  readonly status: number
  readonly title: string
  /** What happened, why, what to do next; where a service has nothing better to say. */
  readonly detail: string
}

const KINDS: Readonly<Record<ProblemCode, Kind>> = {
  'malformed-json': { status: 400, title: '请求格式有误', detail: '请求内容不是合格的 JSON。请更新扩展后重试。' },
  'too-deep': { status: 400, title: '请求嵌套过深', detail: '请求内容嵌套超过 32 层。请检查提交的内容。' },
  'too-large': {
    status: 413,
    title: '内容过大',
    detail: '提交的内容超过 8 MiB，未予接收，稿件未受影响。请拆分稿件，或把大段内容改为附件。',
  },
  'invalid-request': { status: 422, title: '请求内容有误', detail: '请求内容与接口约定不符。请按所列各项改正后重试。' },
  'missing-idempotency-key': {
    status: 422,
    title: '缺少防重复标识',
    detail: '写操作没有带 Idempotency-Key，无法保证只执行一次。请更新扩展后重试。',
  },
  'idempotency-key-reused': {
    status: 409,
    title: '防重复标识已用过',
    detail: '同一个 Idempotency-Key 已用于另一次操作，本次未执行。请重新发起。',
  },
  unauthenticated: { status: 401, title: '未登录', detail: '没有有效的登录凭证，或凭证已被撤销。请重新登录。' },
  'session-expired': { status: 401, title: '登录已过期', detail: '登录已超过时限。请重新登录，未发送的内容会保留。' },
  'wrong-pin': { status: 403, title: 'PIN 不正确', detail: 'PIN 不正确，登录未完成。连续五次错误将锁定十五分钟。' },
  'step-up-required': {
    status: 403,
    title: '须再次确认身份',
    detail: '同意含“禁止发布”问题的稿件，须在五分钟之内输过 PIN，以免他人借用已登录的电脑。请输入 PIN 后再次提交。',
  },
  'too-many-attempts': {
    status: 429,
    title: '尝试次数过多',
    detail: 'PIN 连续输错五次，已锁定。请十五分钟后再试，或请管理员重新发邀请码。',
  },
  'invitation-invalid': {
    status: 403,
    title: '邀请码无效',
    detail: '邀请码不存在、已用过或已过期。请向管理员要一个新的邀请码。',
  },
  forbidden: { status: 403, title: '无权操作', detail: '您的角色不能做这一步。请联系本单位管理员确认分工。' },
  'separation-of-duty': { status: 403, title: '须由另一人完成', detail: '这一步须由另一人完成。请转交他人办理。' },
  'not-found': { status: 404, title: '没有找到', detail: '没有这一项，或您无权查看。请确认地址。' },
  'method-not-allowed': { status: 405, title: '方法不适用', detail: '这个地址不支持这种请求方法。' },
  'stale-version': { status: 409, title: '已被他人先行处理', detail: '内容已被他人更新。请刷新后再处理。' },
  conflict: { status: 409, title: '与现状冲突', detail: '操作与当前状态冲突，未执行。请刷新后再处理。' },
  'content-changed': {
    status: 409,
    title: '内容不一致',
    detail: '内容与所报的指纹不一致，批准只对原内容有效。请重新检查后再提交。',
  },
  'wrong-state': { status: 409, title: '当前状态不允许', detail: '当前状态下不能做这一步。请刷新后按最新状态处理。' },
  'text-not-allowed': {
    status: 422,
    title: '不接收正文',
    detail: '本单位的设置是不在服务端保存正文，服务端拒收了带正文的请求。请更新扩展的设置后重试。',
  },
  'secrecy-mark': {
    status: 422,
    title: '命中密级标志',
    detail: '稿件带有密级标志，服务端拒收其正文。请停止在本系统处理，按保密规定办理。',
  },
  'ruleset-refused': { status: 422, title: '规则集未通过', detail: '规则集没有通过检验，未予接受。请按所列各项改正。' },
  'ruleset-outdated': {
    status: 409,
    title: '规则集已更新',
    detail: '检查所用的规则集不是现行版本。请更新规则后重新检查。',
  },
  'file-unreadable': {
    status: 422,
    title: '文件读不了',
    detail: '文件不是 CSV、文本或 .xlsx，或已损坏，未作改动。请另存后再试。',
  },
  'not-approved': { status: 409, title: '尚未批准', detail: '这份稿件没有有效的批准，不能放行。请先送审。' },
  'approval-expired': { status: 409, title: '批准已过期', detail: '批准已超过有效期。请重新送审。' },
  'pass-invalid': {
    status: 403,
    title: '放行凭证无效',
    detail: '放行凭证无效、已过期，或不是给这个站点、栏目、内容的。',
  },
  'pass-used': { status: 409, title: '放行凭证已用过', detail: '放行凭证只能用一次，这一张已经用过。请重新领取。' },
  unavailable: { status: 503, title: '暂时不可用', detail: '服务暂时不可用，本次未执行。请稍后重试。' },
  internal: {
    status: 500,
    title: '服务出错',
    detail: '服务端出错，本次没有改动任何内容。请稍后重试；仍不行时把请求编号告诉管理员。',
  },
}

/** Why something is not done. Thrown, it undoes the transaction; returned by a handler, what was written before it (a failed PIN) stays. */
export class Refusal extends Error {
  readonly code: ProblemCode
  readonly detail: string
  readonly faults: readonly Fault[] | undefined
  readonly wonBy: string | undefined

  constructor(code: ProblemCode, detail?: string, more: { faults?: readonly Fault[]; wonBy?: string } = {}) {
    super(code)
    this.code = code
    this.detail = detail ?? KINDS[code].detail
    this.faults = more.faults
    this.wonBy = more.wonBy
  }
}

/** Status and Chinese title of a code, for whoever reads the interface. */
export function kindOf(code: ProblemCode): Readonly<Kind> {
  return KINDS[code]
}

export function problemOf(refusal: Refusal, requestId: string): Problem {
  const { status, title } = KINDS[refusal.code]
  const problem: Problem = {
    type: `urn:menxia:problem:${refusal.code}`,
    title,
    status,
    code: refusal.code,
    detail: refusal.detail,
    requestId,
  }
  if (refusal.faults) problem.faults = refusal.faults.slice(0, 100)
  if (refusal.wonBy) problem.wonBy = refusal.wonBy
  return problem
}
