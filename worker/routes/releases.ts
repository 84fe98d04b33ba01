import type { Handlers } from '../http/call.ts'
import { releaseApproved, releaseClean } from '../services/issue-release.ts'
import { publicKeys } from '../services/public-keys.ts'
import { releaseEmergency } from '../services/publish-emergency.ts'
import { retractRelease } from '../services/retract.ts'
import { recordPublished, verifyPass } from '../services/use-release.ts'

export const releases = {
  'releases.create': ({ body }, call) =>
    body.kind === 'approved' ? releaseApproved(body, call) : releaseClean(body, call),
  'releases.emergency': ({ body }, call) => releaseEmergency(body, call),
  'releases.published': ({ params, body }, call) => recordPublished(params.id, body, call),
  'releases.retract': ({ params, body }, call) => retractRelease(params.id, body, call),
  'releases.verify': ({ body }, call) => verifyPass(body, call),
  'bureaus.jwks': (_, { tenant }) => publicKeys(tenant),
} satisfies Handlers<
  | 'releases.create'
  | 'releases.emergency'
  | 'releases.published'
  | 'releases.retract'
  | 'releases.verify'
  | 'bureaus.jwks'
>
