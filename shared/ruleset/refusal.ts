/** Why a rule set, list or pattern is not accepted. `path` as `terms[0].terms[3].term`; `line` from 1 where the source is a text. */
export interface Refusal {
  path: string
  line: number | null
  /** Chinese: what is wrong and what was expected. */
  sentence: string
}

/** `第 12 行 terms[0].id：…` */
export function refusalSentence({ path, line, sentence }: Refusal): string {
  const place = [line === null ? '' : `第 ${line} 行`, path].filter((part) => part !== '').join(' ')
  return place === '' ? sentence : `${place}：${sentence}`
}
