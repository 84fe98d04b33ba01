import type { SiteProfile } from '#shared/api/contract/profiles.ts'
import { profileFaults } from '#shared/ruleset/profile-safety.ts'
import type { Call } from '../http/call.ts'
import { Refusal } from '../http/refusal.ts'
import { record } from './record.ts'
import { sealBundle } from './ruleset-bundle.ts'

export function readProfiles({ tenant }: Call) {
  const { content, version, at } = tenant.documents.current('profiles')
  return { profiles: content, version, changedAt: at }
}

/**
 * Compare-and-set on the version that was read. A profile with an unsafe address or a lock that cannot hold is refused, switched off or not:
 * switching it on later must not need a second look.
 */
export function changeProfiles(asked: { profiles: SiteProfile[]; version: number }, call: Call) {
  const { documents } = call.tenant
  if (documents.current('profiles').version !== asked.version) throw new Refusal('stale-version')
  const faults = profileFaults(asked.profiles.map(({ profile }) => profile)).map(({ path, sentence }) => ({
    path: path.replace(/^profiles(\[\d+\])/, 'body.profiles$1.profile').slice(0, 500),
    message: sentence,
  }))
  if (faults.length > 0)
    throw new Refusal('invalid-request', '站点适配没有通过检查，未作改动。请按所列各项改正。', { faults })
  const version = asked.version + 1
  const at = call.now.toISOString()
  documents.add('profiles', { version, at, content: asked.profiles })
  sealBundle(call.tenant)
  const enabled = asked.profiles.filter((one) => one.enabled).length
  const receipt = record(call, {
    type: 'profiles.changed',
    subject: `p${version}`,
    detail: { profiles: asked.profiles.length, enabled, digest: call.tenant.meta.need('bundle') },
    reason: JSON.stringify(asked.profiles),
  })
  return { profiles: asked.profiles, version, changedAt: at, receipt }
}
