import type { ImportPreview } from '#shared/api/contract/ruleset-files.ts'

/** As many lines of a kind as a terminal shows without scrolling away. */
const SHOWN = 10

/** What the preview may come from: the Worker's answer, or the same made here. */
export type Shown = Omit<ImportPreview, 'faults'> & { faults: readonly { path: string; message: string }[] }

/** The preview as lines for a terminal. */
export function previewLines(preview: Shown): string[] {
  const { kind, encoding, list, blank, leftOut, moreLeftOut, frequent, perTenThousand, official, known } = preview
  const left = leftOut.length + moreLeftOut
  return [
    `${kind === 'xlsx' ? '工作簿' : `文本（${encoding === 'gb18030' ? 'GBK' : encoding?.toUpperCase()}）`}：收入 ${list?.terms.length ?? 0} 词，没有收入 ${left} 行，空行 ${blank}`,
    ...some('没有收入', left, leftOut, ({ line, text, sentence }) => `第 ${line} 行“${text}”：${sentence}`),
    `在一万字公文中预计命中 ${perTenThousand.toFixed(2)} 次`,
    ...some('最常见', frequent.length, frequent, (one) => `“${one.term}”每万字 ${one.perTenThousand.toFixed(2)} 次`),
    ...some('官方文件里就有，会误报', official.length + preview.moreOfficial, official, elsewhere),
    ...some('别的词表已有', known.length + preview.moreKnown, known, elsewhere),
    ...preview.sentences.map((sentence) => `规则集变动：${sentence}`),
    ...preview.faults.map(({ path, message }) => `不能通过 ${path}：${message}`),
  ]
}

function elsewhere({ line, term, where }: { line: number; term: string; where: string }): string {
  return `第 ${line} 行“${term}”：${where}`
}

function some<T>(title: string, count: number, items: readonly T[], say: (item: T) => string): string[] {
  if (count === 0) return []
  const rest = count - Math.min(SHOWN, items.length)
  return [
    `${title} ${count}：`,
    ...items.slice(0, SHOWN).map((item) => `  ${say(item)}`),
    ...(rest > 0 ? [`  ……另有 ${rest}`] : []),
  ]
}
