import { demoProfiles } from '../../extension/adapters/profiles/demo.ts'
import type { LearnView, Taught } from '../../extension/messages/learning.ts'

/** 学习模式, step by step, on an invented back office. */
const field = (selector: string, shown: string, fragile = false): Taught => ({
  ...{ selector, shown, fragile },
  how: { as: 'field', read: 'value', words: null },
})
const button = (selector: string, shown: string): Taught => ({ selector, shown, fragile: false, how: { as: 'button' } })

const begun: LearnView = {
  ...{ step: 'parts', frame: 0, picking: null, publish: null, save: null, profile: null, trial: null },
  ...{ problems: [], stoppedAt: null },
  lesson: {
    ...{ url: 'https://cms.example.gov.cn/article/edit', charset: 'utf-8', heading: '信息发布系统' },
    parts: {
      title: field('[name=title]', '关于印发《泉州市义务教育招生工作意见》的通知'),
      body: { ...field('#editor', '各县（市、区）教育局'), how: { as: 'body', surface: 'tinymce', format: 'html' } },
      documentNumber: field('form > div:nth-child(3) > input', '泉教综〔2026〕3号', true),
      publish: button('#publish', '发布'),
    },
  },
}
const sent = {
  method: 'POST',
  url: 'https://cms.example.gov.cn/article/publish',
  fields: { title: '通知' },
  carries: {},
}

const tried: LearnView = {
  ...{ ...begun, step: 'try', publish: sent, save: null, profile: demoProfiles('https://cms.example.gov.cn')[0]! },
  trial: {
    values: { documentNumber: '泉教综〔2026〕3号' },
    draft: {
      ...{ site: 'https://cms.example.gov.cn/', title: begun.lesson.parts.title!.shown, channel: null, datedOn: null },
      ...{ documentNumber: '泉教综〔2026〕3号', disclosureClass: null, department: null, source: null },
      body: { format: 'html', source: '<p>各县（市、区）教育局：现将招生工作意见印发给你们，请遵照执行。</p>' },
      ...{ attachments: null, interpretations: null, unread: [] },
    },
  },
}

/** Name → what learning stands at. */
export const learnStates: Readonly<Record<string, LearnView>> = {
  parts: begun,
  picking: { ...begun, picking: 'channel' },
  publish: { ...begun, step: 'publish', stoppedAt: Date.now() },
  save: { ...begun, step: 'save', publish: sent, stoppedAt: Date.now() },
  try: tried,
  'try-problem': {
    ...tried,
    problems: ['发布请求里没有找到正文，发出之后无法比对。请确认发布按钮，重新录一次。'],
  },
  lost: { ...tried, profile: null, trial: null },
  saved: { ...begun, step: 'saved' },
}
