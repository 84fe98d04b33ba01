import type { Settings } from '#shared/api/contract/settings.ts'

/** What came to the settings after they were first stored, as it stands until an admin changes it. */
export const LATER_SETTINGS: Pick<Settings, 'deadlines' | 'policies'> = {
  deadlines: {
    review: { workingDays: 2, source: '本单位设定：送审后两个工作日内审结。' },
    emergencyReview: { workingDays: 1, source: '本单位设定：应急发布后一个工作日内补办审核。' },
    takeDown: { workingDays: 0, source: '《个人信息保护法》第五十七条：发生泄露的，应当立即采取补救措施。' },
    interpretation: { workingDays: 3, source: '本单位设定：政策解读与文件同步发布，最迟不超过三个工作日。' },
  },
  policies: { approvalReason: 'when-not-plain', emergency: 'named' },
}

/** What a new bureau starts with: no text on the Worker, every draft reviewed once, closed when offline. */
export const FIRST_SETTINGS: Settings = {
  draftText: 'none',
  channels: [],
  otherChannels: { reviewEvery: true, levels: ['first'] },
  approvalDays: 7,
  keepTextDays: 30,
  offline: 'closed',
  ...LATER_SETTINGS,
}
