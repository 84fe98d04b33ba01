import { utf8ToBytes } from '@noble/hashes/utils.js'
import { previewImport, withList } from '#shared/ruleset/import/preview.ts'
import { parseJson } from '#shared/ruleset/json.ts'
import { starterRuleSet } from '#shared/ruleset/packs/starter.ts'
import { TermListHead } from '#shared/ruleset/term-list.ts'
import { cleanDocuments } from '../../../worker/services/clean-drafts.ts'
import { proveRuleSet } from '../../../worker/services/prove-ruleset.ts'
import { digestOf } from '../../../worker/services/ruleset-bundle.ts'
import { largestFile } from './large.ts'

/**
 * What the Worker does with the largest list, in a process whose heap the caller limits: it ends with 0, or dies of want of memory. Run by
 * `admission.ts`; local workerd itself sets no limit.
 */
const head = TermListHead.parse({
  id: 'bureau/large',
  title: '大词表',
  severity: 'review',
  basis: '规定',
  advice: '改正',
})
let bytes: Uint8Array | null = utf8ToBytes(largestFile().text)
let preview: ReturnType<typeof previewImport> | null = previewImport(bytes, head, {
  current: starterRuleSet,
  clean: cleanDocuments,
})
const body = JSON.stringify({ ruleset: withList(starterRuleSet, preview.list!), note: 'n' })
bytes = preview = null
const { ruleset } = parseJson(body) as { ruleset: Record<string, unknown> }
const { ok } = proveRuleSet(ruleset)
digestOf({ ruleset })
process.exitCode = ok ? 0 : 1
