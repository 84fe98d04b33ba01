import type { RuleSet } from '../ruleset.ts'

/** The rule set that a new bureau starts with, and that the extension checks with before it has reached its Worker. */
export const starterRuleSet: RuleSet = {
  v: 1,
  version: 'starter-1',
  settings: [],
  terms: [
    {
      id: 'wording/sure-typos',
      title: '错别字',
      severity: 'advise',
      basis: '《中华人民共和国国家通用语言文字法》',
      advice: '按规范写法改正',
      terms: [
        { term: '布署', instead: '部署' },
        { term: '近一步', instead: '进一步' },
        { term: '拔款', instead: '拨款' },
        { term: '按排', instead: '安排' },
        { term: '一如即往', instead: '一如既往' },
        { term: '再接再励', instead: '再接再厉' },
        { term: '迫不急待', instead: '迫不及待' },
        { term: '坐谈会', instead: '座谈会' },
        { term: '峻工', instead: '竣工', except: ['险峻工'] },
        { term: '既将', instead: '即将', except: ['既将要', '既将其'] },
        { term: '覆行', instead: '履行', except: ['颠覆行'] },
      ],
      finds: ['下达专项[[拔款]]，[[近一步]]做好工作', '认真[[覆行]]职责'],
      passes: ['颠覆行为', '进一步做好拨款工作'],
    },
  ],
  bureau: null,
  profiles: [],
}
