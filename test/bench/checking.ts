import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { checkDraft, DraftChecker } from '../../shared/ruleset/check-draft.ts'
import { compileRuleSet } from '../../shared/ruleset/compile.ts'
import { type Bar, round } from './bar.ts'
import { interleaved, median } from './measure.ts'
import { draft, ruleSet } from './office.ts'

const ROUNDS = 9
/** Calls in one turn: some kernels count a thread's time in steps of 4 ms, which would be a fifth of ten re-checks. */
const CALLS = 60
const FRESH = fileURLToPath(new URL('first-check.ts', import.meta.url))

/** ENGINE.md §7: the whole check, warm, after one edited paragraph, and the first one in a fresh process. */
export function measureChecking(bar: Bar): void {
  const set = compileRuleSet(ruleSet())
  const [before, after] = [draft(false), draft(true)]
  const { findings } = checkDraft(before, set)
  console.log(
    `\nthe whole check: 10,000 characters, ${set.rules.length} rules, 100,000 imported terms: ${findings.length} findings`,
  )
  const open = new DraftChecker(set)
  const many = (run: () => unknown) => () => {
    for (let call = 0; call < CALLS; call += 1) run()
  }
  const times = interleaved(
    [
      { name: 'whole', run: many(() => checkDraft(before, set)) },
      // An open draft as the extension holds it: a word is typed, and taken away again.
      { name: 'both', run: many(() => [open.check(after), open.check(before)]) },
    ],
    ROUNDS,
    5,
  )
  const whole = times.get('whole')! / CALLS
  const again = times.get('both')! / CALLS / 2
  const first = median(
    Array.from({ length: 5 }, () => Number(execFileSync(process.execPath, [FRESH], { encoding: 'utf8' }).trim())),
  )
  console.log(
    `  whole ${round(whole)} ms, after one edited paragraph ${round(again)} ms, first in a fresh process ${round(first)} ms`,
  )
  bar.atMost('whole check', whole, 5, 'ms')
  bar.atMost('check after one edited paragraph', again, 0.5, 'ms')
  bar.atMost('first check in a fresh process', first, 120, 'ms')
}
