/** A finding on a document of the corpus that somebody has looked at. */
export interface Judged {
  /** How the file's name begins. */
  file: string
  rule: string
  /** Part of what was found; empty for any. */
  text: string
  /** `right`: a real fault of that document. `stays`: a false alarm that we keep, for the reason given. */
  verdict: 'right' | 'stays'
  reason: string
}

/** Facts about the corpus beside the project; a document that is not there judges nothing. */
export const judged: readonly Judged[] = [
  {
    file: 'gov_04_',
    rule: 'document/editor-residue',
    text: '',
    verdict: 'right',
    reason: '页面里确有 Word 粘贴的 mso- 样式（DOMAIN.md §12：六十页中有三页）',
  },
  {
    file: 'gov_10_',
    rule: 'document/editor-residue',
    text: '',
    verdict: 'right',
    reason: '页面里确有 Word 粘贴的 Mso 类名（DOMAIN.md §12：六十页中有三页）',
  },
  {
    file: 'gov_10_',
    rule: 'disclosure/release-attribute',
    text: '',
    verdict: 'right',
    reason: '2018 年的通知，有文号、主送、落款而没有公开属性（DOMAIN.md §7：四件之一）',
  },
  {
    file: 'gov_p05_',
    rule: 'wording/law-name',
    text: '保守国家秘密',
    verdict: 'right',
    reason: '法名少一个“法”字（corpus/README.md）',
  },
  {
    file: 'gov_p05_',
    rule: 'document/number-shape',
    text: '2024',
    verdict: 'right',
    reason: '没有机关代字，多一横（corpus/README.md）',
  },
  {
    file: 'seed_',
    rule: 'document/number-shape',
    text: '51',
    verdict: 'right',
    reason: '序号与“号”之间有空格（corpus/README.md）',
  },
  {
    file: 'edu_16_',
    rule: 'document/superseded-basis',
    text: '60号',
    verdict: 'right',
    reason: '2023 年报引用已被替代的文件（corpus/README.md）',
  },
  {
    file: 'edu_16_',
    rule: 'document/citation-pair',
    text: '60号',
    verdict: 'right',
    reason: '2023 年报引用已被替代的文件（corpus/README.md）',
  },
  {
    file: 'gov_24_',
    rule: 'document/signature-date',
    text: '二〇〇四年四月二十七日',
    verdict: 'right',
    reason: '落款是 27 日，元数据表写 17 日，两处确实不一致',
  },
  { file: 'hf_1507_', rule: '', text: '', verdict: 'right', reason: '整篇乱码（corpus/README.md）' },
  {
    file: 'gov_04_',
    rule: 'document/editor-residue',
    text: '',
    verdict: 'stays',
    reason: '页面里确有 Word 粘贴的样式，提示级，DOMAIN.md §12',
  },
  {
    file: 'gov_10_',
    rule: 'document/editor-residue',
    text: '',
    verdict: 'stays',
    reason: '页面里确有 Word 粘贴的样式，提示级，DOMAIN.md §12',
  },
]
