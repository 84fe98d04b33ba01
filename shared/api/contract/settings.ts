import * as z from 'zod'
import { Level } from '../../review/review.ts'
import { endpoints } from '../endpoint.ts'
import { At, Receipt } from './common.ts'

/** 栏目 policy: whether every draft needs a review, and which levels decide, in order. */
export const ChannelPolicy = z.strictObject({
  reviewEvery: z.boolean(),
  levels: z.array(Level).min(1).max(4),
})
export type ChannelPolicy = z.infer<typeof ChannelPolicy>

/** One limit, in working days after the day it starts on, with the sentence it comes from. 0: the same day. */
export const Deadline = z.strictObject({
  workingDays: z.int().min(0).max(60),
  source: z.string().trim().min(1).max(300),
})
export type Deadline = z.infer<typeof Deadline>

/** 期限: of a decision on what was sent, on what went out before review (应急发布), of taking down what must not stay, of a policy's interpretation. */
export const Deadlines = z.strictObject({
  review: Deadline,
  emergencyReview: Deadline,
  takeDown: Deadline,
  interpretation: Deadline,
})
export type Deadlines = z.infer<typeof Deadlines>

export const Policies = z.strictObject({
  /** When an approval needs a reason: `when-not-plain`, where something is 禁止发布 or was referred; `always`. All other verdicts need one anyway. */
  approvalReason: z.enum(['when-not-plain', 'always']),
  /** 应急发布: editors whom the admin named, or nobody. */
  emergency: z.enum(['named', 'nobody']),
})
export type Policies = z.infer<typeof Policies>

/** What a bureau decides for itself. Days are calendar days, but for the deadlines. */
export const Settings = z.strictObject({
  /** Where the text may go: `none`: only hashes, places and masked snippets. `stored`: the Worker keeps a review copy and checks again itself. */
  draftText: z.enum(['none', 'stored']),
  /** Policies of single channels, by the channel's name; `otherChannels` for the rest. */
  channels: z.array(z.strictObject({ name: z.string().min(1).max(1000), ...ChannelPolicy.shape })).max(500),
  otherChannels: ChannelPolicy,
  /** An approval that is not used for so long is no longer one. */
  approvalDays: z.int().min(1).max(90),
  /** A review copy is erased so long after the decision. The hash stays. */
  keepTextDays: z.int().min(0).max(3650),
  /** Without the Worker: `closed` holds everything, `clean-open` lets a draft without findings pass and records it as unconfirmed. */
  offline: z.enum(['closed', 'clean-open']),
  deadlines: Deadlines,
  policies: Policies,
})
export type Settings = z.infer<typeof Settings>

export const SettingsState = z.strictObject({ settings: Settings, version: z.int().nonnegative(), changedAt: At })

export const settings = endpoints({
  'settings.read': {
    method: 'GET',
    path: '/v1/settings',
    who: 'member',
    summary: '本单位的设置：文本能否保存、各栏目的审核要求、期限。',
    answer: SettingsState,
  },
  'settings.change': {
    method: 'PUT',
    path: '/v1/settings',
    who: ['admin'],
    write: true,
    summary: '修改设置；version 是读到的版本，已被别人改过则拒绝。',
    body: z.strictObject({ settings: Settings, version: z.int().nonnegative() }),
    answer: z.strictObject({ ...SettingsState.shape, receipt: Receipt }),
  },
})

/** The policy that holds for a channel; a draft without a channel falls under `otherChannels`. */
export function policyOf(settings: Settings, channel: string | null): ChannelPolicy {
  return settings.channels.find((one) => one.name === channel) ?? settings.otherChannels
}
