import { readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Draft, Interpretation } from '#shared/draft/draft.ts'
import type { CheckContext } from '#shared/rules/context.ts'
import type { Report } from '#shared/rules/finding.ts'
import { checkDraft } from '#shared/ruleset/check-draft.ts'
import type { CompiledRuleSet } from '#shared/ruleset/compile.ts'
import type { CheckOptions } from './arguments.ts'
import type { AttachmentsRead } from './attachments.ts'
import { readPageFile, readPageText, UnreadableFile } from './pages/read-file.ts'
import type { ReadPage } from './pages/read-page.ts'

/** One input and what became of it: a report, or why it could not be read. */
export interface Checked {
  file: string
  draft: Draft | null
  report: Report | null
  problem: string | null
  ms: number
}

const PAGES = new Set(['.html', '.htm', '.txt'])

/** The files to check, in order of name. A folder gives the pages in it, at any depth; a named file is always in the list. */
export async function listInputs(inputs: readonly string[]): Promise<string[]> {
  const paths: string[] = []
  for (const input of inputs) {
    const isFolder = input !== '-' && (await stat(input).catch(() => null))?.isDirectory()
    if (!isFolder) {
      paths.push(input)
      continue
    }
    const names = await readdir(input, { recursive: true })
    paths.push(
      ...names
        .filter((name) => PAGES.has(extname(name).toLowerCase()))
        .sort()
        .map((name) => join(input, name)),
    )
  }
  return paths
}

export async function checkInput(
  file: string,
  set: CompiledRuleSet,
  options: CheckOptions,
  attachments: AttachmentsRead | null,
): Promise<Checked> {
  try {
    const page = file === '-' ? readPageText(await buffer(process.stdin), '') : await readPageFile(file)
    const { draft, context } = withOptions(page, options, attachments)
    const from = performance.now()
    const report = checkDraft(draft, set, context)
    return { file, draft, report, problem: null, ms: performance.now() - from }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    return { file, draft: null, report: null, problem: error.message, ms: 0 }
  }
}

/** What the command line says goes over what the page says. */
function withOptions(page: ReadPage, options: CheckOptions, attachments: AttachmentsRead | null) {
  const publishedOn = options.published ?? page.publishedOn
  const draft: Draft = {
    ...page.draft,
    channel: options.channel ?? page.draft.channel,
    interpretations: options.interpretations?.map(linked) ?? null,
    attachments: attachments?.list ?? null,
  }
  const context: CheckContext = {
    ...(options.today === undefined ? {} : { today: options.today }),
    ...(publishedOn === null ? {} : { publishedOn }),
    ...(attachments === null ? {} : { attachments: attachments.contents }),
  }
  return { draft, context }
}

function linked(url: string): Interpretation {
  return { form: 'text', status: 'published', title: '', url, dueOn: null }
}
