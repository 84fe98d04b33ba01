import * as z from 'zod'
import { Profile } from '../../ruleset/profile.ts'
import { endpoints } from '../endpoint.ts'
import { At, Receipt } from './common.ts'

/** 站点适配 of one CMS page. Switched off, it stays here and reaches no browser. */
export const SiteProfile = z.strictObject({ profile: Profile, enabled: z.boolean() })
export type SiteProfile = z.infer<typeof SiteProfile>

/** All of a bureau's, in order: the first that matches a page is used. `version` only grows. */
export const ProfilesState = z.strictObject({
  profiles: z.array(SiteProfile).max(200),
  version: z.int().nonnegative(),
  changedAt: At,
})
export type ProfilesState = z.infer<typeof ProfilesState>

export const profiles = endpoints({
  'profiles.read': {
    method: 'GET',
    path: '/v1/profiles',
    who: 'member',
    summary: '本单位的站点适配：每个后台页面的正文、栏目、发布按钮在哪里；停用的也列出。',
    answer: ProfilesState,
  },
  'profiles.change': {
    method: 'PUT',
    path: '/v1/profiles',
    who: ['admin'],
    write: true,
    summary: '整体替换站点适配，不必提出规则集；version 是读到的版本，已被别人改过则拒绝。',
    body: z.strictObject({ profiles: z.array(SiteProfile).max(200), version: z.int().nonnegative() }),
    answer: z.strictObject({ ...ProfilesState.shape, receipt: Receipt }),
  },
})
