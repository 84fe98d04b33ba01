import { defineRule, span } from '../rule.ts'

const DOUBLED = /[，、；：]{2,}|(?<!。)。。(?!。)|[，、；：][。；，]|。[，、；：]/g
/** 。的。 is what a paste leaves; 此复。 is a formula. */
const FRAGMENT = /(?<=。)(?!此|特此|专此|完|谢|无)[\u4E00-\u9FFF]{1,2}。/g

export const wordingPunctuation = defineRule({
  id: 'wording/punctuation',
  title: '标点重复或多余',
  severity: 'advise',
  basis: 'GB/T 15834-2011《标点符号用法》',
  advice: '删去多余的标点或残字',
  local: true,
  *check({ body }) {
    for (const match of body.exact.matchAll(DOUBLED)) yield { ...span(match), why: `“${match[0]}”` }
    for (const match of body.exact.matchAll(FRAGMENT)) yield { ...span(match), why: `句号后只剩“${match[0]}”` }
  },
  finds: ['加强管理[[，，]]确保安全[[。。]]', '做好工作[[、。]]', '全面完成任务。[[的。]]下一步'],
  passes: ['如此等等……', '情况属实。此复。', '加强管理，确保安全。“好。”他说：“行。”'],
})
