/** What a step came to. */
export interface Tally {
  passed: number
  failed: number
  /** Names of the tests that did not run. */
  skipped: string[]
  /** A failed test with the first line of what it said: the end of a long log is all that some readers are shown. */
  failures: string[]
}

/** The parts of Vitest's JSON report that are counted. */
interface Report {
  success: boolean
  testResults: {
    name: string
    status: string
    message?: string
    assertionResults: { fullName: string; status: string; failureMessages?: string[] }[]
  }[]
}

const firstLine = (text: string | undefined) => text?.trim().split('\n', 1)[0] ?? ''

/**
 * Counts a Vitest report. A file that failed without a failed test in it (it did not load) is one failure, and so is a run that
 * says it failed although every test passed (an unhandled error).
 */
export function tallyReport(report: Report): Tally {
  const tally: Tally = { passed: 0, failed: 0, skipped: [], failures: [] }
  for (const file of report.testResults) {
    const failed = file.assertionResults.filter((test) => test.status === 'failed')
    tally.passed += file.assertionResults.filter((test) => test.status === 'passed').length
    tally.failed += failed.length
    tally.failures.push(
      ...failed.map((test) => `${file.name} › ${test.fullName}: ${firstLine(test.failureMessages?.[0])}`),
    )
    if (failed.length === 0 && file.status === 'failed') {
      tally.failed += 1
      tally.failures.push(`${file.name}: ${firstLine(file.message)}`)
    }
    const left = file.assertionResults.filter((test) => test.status !== 'passed' && test.status !== 'failed')
    tally.skipped.push(...left.map((test) => test.fullName))
  }
  if (!report.success && tally.failed === 0) {
    tally.failed = 1
    tally.failures.push('an error outside the tests: see the log above')
  }
  return tally
}

export function sum(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((total, one) => total + one.passed, 0),
    failed: tallies.reduce((total, one) => total + one.failed, 0),
    skipped: tallies.flatMap((one) => one.skipped),
    failures: tallies.flatMap((one) => one.failures),
  }
}
