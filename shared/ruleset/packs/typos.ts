import type { Term, TermList } from '../term-list.ts'
import { LONG_TYPOS, SHORT_TYPOS } from './typo-lines.ts'

function readTerms(lines: string): Term[] {
  return lines
    .trim()
    .split(/[；\n]/)
    .map((line) => {
      const [term = '', instead = '', ...except] = line.split(' ')
      return except.length > 0 ? { term, instead, except } : { term, instead }
    })
}

/** 既将…又将, 既使…又使 are right: only without the second half they are slips. */
const PAIRED: Term[] = [
  { term: '既将', instead: '即将', without: [{ any: ['又', '也', '还', '且'], order: 'after' }] },
  { term: '既使', instead: '即使', without: [{ any: ['又', '且', '更'], order: 'after' }] },
]

export const typos: TermList = {
  id: 'wording/sure-typos',
  title: '错别字',
  severity: 'advise',
  basis: '《中华人民共和国国家通用语言文字法》',
  advice: '按规范写法改正',
  terms: [...readTerms(SHORT_TYPOS), ...readTerms(LONG_TYPOS), ...PAIRED],
  finds: [
    '下达专项[[拔款]]，[[近一步]]做好工作',
    '[[一但]]发现问题，认真[[覆行]]职责',
    '这些项目[[倍受青睐]]，请[[登陆系统]]查看[[关健]]指标',
    '<p>由教务科<b>[[负</b>贵]]，《某某[[条列]]》的[[复盖]]面和有关[[清况]]</p>',
    '保护[[末成年人]]的[[学藉]]信息',
    '[[既将]]开学，[[规订]]学校的[[重要做用]]，[[谈笑风声]]',
  ],
  passes: [
    '颠覆行为、相关健康、职工代表大会报告、正规化、以营利为目的的活动',
    '进一步做好拨款工作，最近一步的安排，不一但相近',
    '按排名录取，按排放量收费；来自已建成的学校；投资询价；雇佣有经验的人',
    '逐条列明，反复盖章，良好象征，即然后处理',
    '既将学生放在首位，又将安全放在首位；职工做好工作，社会义务，修改近期计划',
    '长安照相馆；严峻工作形势；选拔付出努力；超过三分之一以上、约五公里左右、其它帐户',
  ],
}
