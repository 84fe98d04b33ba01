import { lineOf } from '#shared/ruleset/json.ts'
import type { Call } from '../http/call.ts'
import { Refusal } from '../http/refusal.ts'
import type { RuleSetRow } from '../tenant/ruleset-store.ts'
import { proveRuleSet } from './prove-ruleset.ts'
import { record } from './record.ts'
import { reopenApprovals } from './reopen-approvals.ts'
import { digestOf, rowOf, sealBundle, summaryOf, versionOf } from './ruleset-bundle.ts'

interface Proposal {
  ruleset: Record<string, unknown>
  note: string
}

/** Takes a proposal that proves itself; any other is refused with path, line and what was expected. */
export function proposeRuleSet(asked: Proposal, call: Call) {
  const { rulesets } = call.tenant
  const proof = proveRuleSet(asked.ruleset)
  if (!proof.ok) {
    const faults = proof.faults.map(({ path, message }) => {
      const at = path === '' ? 'ruleset' : `ruleset.${path}`
      return { path: at, message: `第 ${lineOf(call.bodyText, at)} 行：${message}`.slice(0, 2000) }
    })
    throw new Refusal('ruleset-refused', undefined, { faults })
  }
  const content = { ruleset: asked.ruleset }
  const digest = digestOf(content)
  rulesets.putContent(digest, content)
  const row: RuleSetRow = {
    number: rulesets.nextNumber(),
    baseNumber: rulesets.current,
    state: 'proposed',
    digest,
    note: asked.note,
    proposedBy: call.caller.id,
    proposedAt: call.now.toISOString(),
    publishedBy: null,
    publishedAt: null,
    consents: [],
  }
  rulesets.put(row)
  return changed(call, row, 'ruleset.proposed')
}

/** A reviewer's consent, for bureaus with one admin. It is to this digest and no other. */
export function consentToRuleSet(version: string, digest: string, call: Call) {
  const row = proposalOf(version, digest, call)
  if (row.proposedBy === call.caller.id)
    throw new Refusal('separation-of-duty', '不能同意自己提出的规则集。请由另一位审核人同意。')
  if (row.consents.some(({ by }) => by === call.caller.id))
    throw new Refusal('conflict', '您已经同意过这份规则集，无须重复。')
  const next = { ...row, consents: [...row.consents, { by: call.caller.id, at: call.now.toISOString() }] }
  call.tenant.rulesets.put(next)
  return changed(call, next, 'ruleset.consented')
}

/** Puts a proposal in force: by another admin than its author, or by the only admin with a reviewer's consent. */
export function publishRuleSet(version: string, digest: string, call: Call) {
  const row = proposalOf(version, digest, call)
  if (row.proposedBy === call.caller.id) {
    if (call.tenant.members.activeAdmins().length > 1)
      throw new Refusal('separation-of-duty', '规则集不能由提出的人自己发布。请由另一位管理员发布。')
    if (row.consents.length === 0)
      throw new Refusal(
        'separation-of-duty',
        '本单位只有一位管理员，发布规则集须先有一位审核人同意。请先请审核人同意。',
      )
  }
  const { rulesets } = call.tenant
  if (row.number < rulesets.current)
    throw new Refusal('stale-version', '已有更新的版本在使用，旧的提案不能再发布。请重新提出。')
  return changed(call, putInForce(row, call), 'ruleset.published')
}

/** Puts the content of an earlier published version in force again, under a new number: versions only grow, so no client takes it for a replay. */
export function rollBackRuleSet(version: string, reason: string, call: Call) {
  const { rulesets } = call.tenant
  const old = rowOf(call.tenant, version)
  if (old.state !== 'superseded')
    throw new Refusal('wrong-state', '只能退回到曾经发布、现已被取代的版本。请另选一个版本。')
  const at = call.now.toISOString()
  const row: RuleSetRow = {
    ...old,
    number: rulesets.nextNumber(),
    baseNumber: rulesets.current,
    note: `退回到 ${version}：${reason}`.slice(0, 4000),
    proposedBy: call.caller.id,
    proposedAt: at,
    consents: [],
  }
  return changed(call, putInForce(row, call), 'ruleset.rolled-back', reason)
}

function putInForce(row: RuleSetRow, call: Call): RuleSetRow {
  const { rulesets } = call.tenant
  const before = rulesets.find(rulesets.current)!
  rulesets.put({ ...before, state: 'superseded' })
  const next = { ...row, state: 'published' as const, publishedBy: call.caller.id, publishedAt: call.now.toISOString() }
  rulesets.put(next)
  rulesets.setCurrent(next.number)
  sealBundle(call.tenant)
  reopenApprovals(versionOf(next), call)
  return next
}

function proposalOf(version: string, digest: string, call: Call): RuleSetRow {
  const row = rowOf(call.tenant, version)
  if (row.state !== 'proposed') throw new Refusal('wrong-state', '这个版本不是待发布的提案。请刷新后再处理。')
  if (row.digest !== digest) throw new Refusal('content-changed', '提案的内容与您看到的不一致。请重新打开后再处理。')
  return row
}

function changed(
  call: Call,
  row: RuleSetRow,
  type: 'ruleset.proposed' | 'ruleset.consented' | 'ruleset.published' | 'ruleset.rolled-back',
  reason: string | null = null,
) {
  const receipt = record(call, {
    type,
    subject: versionOf(row),
    ruleset: versionOf(row),
    detail: { digest: row.digest },
    reason,
  })
  return { ruleset: summaryOf(call.tenant, row), receipt }
}
