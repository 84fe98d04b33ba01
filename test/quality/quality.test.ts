import { describe, expect, it } from 'vitest'
import { checkDraft } from '#shared/ruleset/check-draft.ts'
import { compileRuleSet } from '#shared/ruleset/compile.ts'
import { starterRuleSet } from '#shared/ruleset/packs/starter.ts'
import { listInputs } from '../../worker/cli/inputs.ts'
import { readPageFile, readPageText } from '../../worker/cli/pages/read-file.ts'
import { readRegression, regressionOf, shortcomings } from './bars.ts'
import { CONTEXT, carriers, draftOf, TODAY } from './carriers.ts'
import { cleanDocuments } from './clean-documents.ts'
import { cleanLines, cleanTables } from './clean-lines.ts'
import { CORPUS, checkCorpus, falseRates } from './corpus.ts'
import { faultKinds, measureRecall } from './recall.ts'

const set = compileRuleSet(starterRuleSet)
const link = { form: 'text', status: 'published', title: '解读', url: 'https://www.gov.cn/1.htm', dueOn: null } as const

/** The short form of `npm run quality`. */
describe('quality', () => {
  it('finds what was planted, no worse than before', { timeout: 60_000 }, () => {
    const recall = measureRecall(set, 1, 1)
    const before = readRegression()
    // One round has other people and numbers than the long form: the bar holds, the exact earlier figure need not.
    expect(shortcomings(regressionOf(null, recall), { ...before, recall: {} }, recall)).toEqual([])
  })

  it('plants every one of the 25 checks', () => {
    expect([...new Set(faultKinds.map((kind) => kind.check))]).toEqual(
      Array.from({ length: 25 }, (_, index) => index + 1),
    )
  })

  it.each(Object.entries(carriers))('finds nothing in the faultless document %s', (_, carrier) => {
    const draft = draftOf(carrier, carrier.paragraphs.map((text) => `<p>${text}</p>`).join('\n'), 'html')
    const { findings } = checkDraft(draft, set, CONTEXT)
    expect(findings.map(({ rule, text, why }) => `${rule}: ${text} (${why})`)).toEqual([])
  })

  it.each([...cleanLines.map((line) => `<p>${line}</p>`), ...cleanTables])('finds nothing in %s', (source) => {
    const fields = { title: '关于有关工作的情况说明', documentNumber: null, source: null, attachments: null }
    const draft = draftOf({ paragraphs: [], fields }, source, 'html')
    expect(checkDraft(draft, set, { today: TODAY }).findings).toEqual([])
  })

  it.each(cleanDocuments.map((text) => [text.split('\n')[0]!, text]))('finds nothing in the document %s', (_, text) => {
    const { draft } = readPageText(Buffer.from(text), 'document.txt')
    const { findings } = checkDraft({ ...draft, attachments: [], interpretations: [link] }, set, {
      today: '2026-06-20',
    })
    expect(findings).toEqual([])
  })

  it.skipIf(CORPUS === null)(
    'raises no more false alarms than before (skipped where ../shared/corpus is missing)',
    async () => {
      const figures = await checkCorpus(CORPUS ?? '', set)
      expect(figures.unread).toEqual([])
      expect(shortcomings(regressionOf(figures, []), readRegression(), [])).toEqual([])
      expect(falseRates(figures).hard).toBeLessThanOrEqual(0.02)
    },
  )

  it.skipIf(CORPUS === null)('lets a real interpretation pass that quotes half of its policy', async () => {
    const paths = await listInputs([CORPUS ?? ''])
    const [policy, own] = await Promise.all(
      ['hf_1471', 'hf_1479'].map((name) => readPageFile(paths.find((path) => path.includes(name)) ?? '')),
    )
    const draft = { ...own!.draft, title: '《关于加强铁路沿线安全环境治理工作的意见》解读' }
    const { findings } = checkDraft(draft, set, { policy: { title: '', text: policy!.draft.body.source, url: null } })
    expect(findings.filter((one) => one.message === '解读照抄政策原文' || one.why.startsWith('没有写到'))).toEqual([])
  })
})
