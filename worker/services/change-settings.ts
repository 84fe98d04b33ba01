import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Settings } from '#shared/api/contract/settings.ts'
import type { Call } from '../http/call.ts'
import { Refusal } from '../http/refusal.ts'
import { PART_BYTES } from '../tenant/blobs.ts'
import { record } from './record.ts'

export function readSettings({ tenant }: Call) {
  const { settings, version, at } = tenant.settings.current()
  return { settings, version, changedAt: at }
}

/** Compare-and-set on the version that was read. Every version stays readable in the database, and its digest in the ledger. */
export function changeSettings(asked: { settings: Settings; version: number }, call: Call) {
  const { tenant } = call
  if (tenant.settings.current().version !== asked.version) throw new Refusal('stale-version')
  assertChannels(asked.settings)
  const json = JSON.stringify(asked.settings)
  if (utf8ToBytes(json).length > PART_BYTES)
    throw new Refusal('too-large', '设置内容超过 1 MB，未予保存。请缩短栏目名称，或把要求相同的栏目归入“其他栏目”。')
  const version = asked.version + 1
  const at = call.now.toISOString()
  tenant.settings.add(asked.settings, version, at)
  const { draftText } = asked.settings
  const receipt = record(call, {
    type: 'settings.changed',
    subject: `s${version}`,
    detail: { draftText, reviewEvery: asked.settings.otherChannels.reviewEvery, offline: asked.settings.offline },
    reason: json,
  })
  return { settings: asked.settings, version, changedAt: at, receipt }
}

function assertChannels({ channels, otherChannels }: Settings): void {
  const names = channels.map(({ name }) => name)
  const at = names.findIndex((name, i) => names.indexOf(name) !== i)
  const policies = [...channels, otherChannels]
  const levels = policies.findIndex((policy) => new Set(policy.levels).size !== policy.levels.length)
  const faults = []
  if (at >= 0) faults.push({ path: `body.settings.channels[${at}].name`, message: '栏目重复' })
  if (levels >= 0) faults.push({ path: `body.settings.channels[${levels}].levels`, message: '审核级次重复' })
  if (faults.length > 0) throw new Refusal('invalid-request', undefined, { faults })
}
