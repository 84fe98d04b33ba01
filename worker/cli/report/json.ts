import type { Checked } from '../inputs.ts'

/** One line of JSON for one input: what the engine reports, and `problem` where it could not be read. */
export function jsonOf({ file, report, problem, ms }: Checked): string {
  if (report === null) {
    const coverage = { read: [], unread: [{ what: file, why: problem ?? '' }] }
    return JSON.stringify({ file, findings: [], coverage, ruleset: null, contentHash: null, ms: 0 })
  }
  const { findings, coverage, ruleset, contentHash } = report
  return JSON.stringify({ file, findings, coverage, ruleset, contentHash, ms: Math.round(ms * 1000) / 1000 })
}
