import type { Draft } from '../../shared/draft/draft.ts'
import { packs } from '../../shared/ruleset/packs/index.ts'
import type { RuleSet } from '../../shared/ruleset/ruleset.ts'
import { ordinaryTerms } from './lists.ts'
import { prose } from './prose.ts'
import { seeded } from './random.ts'

/** A bureau with every pack and an imported list of 100,000 terms. */
export function ruleSet(): RuleSet {
  const [first, ...rest] = ordinaryTerms(100_000, seeded(7))
  return {
    v: 1,
    version: 'bench',
    settings: [],
    includes: Object.keys(packs),
    terms: [
      {
        id: 'bureau/imported',
        title: '单位词表',
        severity: 'review',
        basis: '单位规定',
        advice: '核对用词',
        finds: [`这里写了${first}。`],
        passes: ['这里没有。'],
        terms: [first!, ...rest].map((term) => ({ term })),
      },
    ],
    bureau: null,
    profiles: [],
  }
}

/** A draft of 10,000 characters in paragraphs; `edited`: one of them has a word more. */
export function draft(edited: boolean): Draft {
  const paragraphs = prose(10_000, seeded(11))
    .split('\n')
    .map((text, index) => `<p>${text}${edited && index === 20 ? '补充一句' : ''}</p>`)
  return {
    site: 'https://bureau.example/',
    title: '关于做好2026年秋季学期工作的通知',
    documentNumber: '泉教办〔2026〕85号',
    channel: '通知公告',
    disclosureClass: 'proactive',
    datedOn: '2026-11-20',
    department: '办公室',
    source: '',
    body: { format: 'html', source: paragraphs.join('\n') },
    attachments: [],
    interpretations: [],
    unread: [],
  }
}
