import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Finding } from '#shared/rules/finding.ts'
import { checkDraft } from '#shared/ruleset/check-draft.ts'
import type { CompiledRuleSet } from '#shared/ruleset/compile.ts'
import { listInputs } from '../../worker/cli/inputs.ts'
import { readPageFile } from '../../worker/cli/pages/read-file.ts'
import { TODAY } from './carriers.ts'
import { type Judged, judged } from './judged.ts'

/** The real documents that lie beside the project; null where they are not there. */
export const CORPUS: string | null = ((folder) => (existsSync(folder) ? folder : null))(
  fileURLToPath(new URL('../../../shared/corpus', import.meta.url)),
)

export interface CorpusFinding {
  file: string
  finding: Finding
  /** Null where nobody has looked at it: then it counts as false. */
  judged: Judged | null
}

export interface CorpusFigures {
  documents: number
  findings: CorpusFinding[]
  /** Files that could not be read, with the sentence that says why. */
  unread: string[]
}

const link = {
  form: 'text',
  status: 'published',
  title: '解读',
  url: 'https://www.gov.cn/zhengce/1.htm',
  dueOn: null,
} as const

/** Checks every .html and .txt of a folder as the terminal would, as if nothing were attached and the interpretation linked. */
export async function checkCorpus(folder: string, set: CompiledRuleSet): Promise<CorpusFigures> {
  const figures: CorpusFigures = { documents: 0, findings: [], unread: [] }
  for (const path of await listInputs([folder])) {
    const file = basename(path)
    try {
      const { draft, publishedOn } = await readPageFile(path)
      const context = { today: TODAY, ...(publishedOn === null ? {} : { publishedOn }) }
      const report = checkDraft({ ...draft, attachments: [], interpretations: [link] }, set, context)
      figures.documents += 1
      for (const finding of report.findings)
        figures.findings.push({ file, finding, judged: judgementOf(file, finding) })
    } catch (error) {
      figures.unread.push(`${file}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return figures
}

function judgementOf(file: string, finding: Finding): Judged | null {
  const fits = (one: Judged) =>
    file.startsWith(one.file) && (one.rule === '' || one.rule === finding.rule) && finding.text.includes(one.text)
  return judged.find(fits) ?? null
}

/** False findings per document, by the weight they have for an editor. */
export function falseRates({ documents, findings }: CorpusFigures): { hard: number; advise: number } {
  const wrong = findings.filter((one) => one.judged?.verdict !== 'right')
  const hard = wrong.filter((one) => one.finding.severity !== 'advise').length
  return { hard: hard / Math.max(1, documents), advise: (wrong.length - hard) / Math.max(1, documents) }
}
