import type { Who } from '#shared/api/permissions.ts'

/** Names of the chapters, by the noun of the endpoints' keys, in their order. */
export const CHAPTERS: Readonly<Record<string, string>> = {
  session: '登录',
  bureaus: '单位',
  members: '人员',
  sessions: '登录的撤销',
  tokens: '机器令牌',
  delegates: '代理（AB角）',
  settings: '设置',
  profiles: '站点适配',
  rulesets: '规则集',
  checks: '检查',
  reviews: '审核',
  releases: '放行',
  obligations: '待办与逾期',
  ledger: '台账',
  health: '服务状态',
  openapi: '接口说明',
  docs: '本页',
}

const ROLES: Readonly<Record<string, string>> = {
  editor: '信息员',
  reviewer: '审核人',
  admin: '管理员',
  auditor: '监督员',
  cms: '内容管理系统',
  witness: '见证方',
}

export function whoInWords(who: Who): string {
  if (who === 'public') return '任何人，不需要令牌'
  if (who === 'operator') return '运维，凭运维密钥'
  if (who === 'member') return '本单位任何成员'
  return who.map((role) => ROLES[role]).join('、')
}

export const WORDS = {
  title: '门下 接口说明',
  intro:
    '管理规则集、人员和设置，以及对接内容管理系统时用的接口。各单位的数据由令牌区分，地址里不写单位。所有写操作都带一个 Idempotency-Key：重试时原样再带一次，就不会执行两遍。',
  refusals: '被拒绝时答复 application/problem+json：code 是固定的代码，detail 用一句话说明发生了什么、为什么、怎么办。',
  machine: '机器可读的全文：',
  contents: '目录',
  mayCall: '谁可以调用',
  parameters: '参数',
  question: '请求示例',
  answer: '答复示例',
  schema: '结构（JSON Schema）',
  problems: '可能的拒绝',
  status: '状态码',
  code: '代码',
  meaning: '含义',
  required: '必填',
  optional: '可不填',
} as const
