import { describe, expect, it } from 'vitest'
import { sum, tallyReport } from './tally.ts'

const file = (status: string, ...tests: string[]) => ({
  name: 'x.test.ts',
  status,
  message: 'did not load\nat line 3',
  assertionResults: tests.map((one, n) => ({
    fullName: `t${n}`,
    status: one,
    failureMessages: one === 'failed' ? ['Error: it is 3\n  at x.test.ts:9'] : [],
  })),
})

describe('the true last line', () => {
  it('counts tests, not files', () => {
    const report = {
      success: false,
      testResults: [file('passed', 'passed', 'passed'), file('failed', 'failed', 'passed')],
    }
    expect(tallyReport(report)).toEqual({
      passed: 3,
      failed: 1,
      skipped: [],
      failures: ['x.test.ts › t0: Error: it is 3'],
    })
  })
  it('counts a file that did not load as a failure', () => {
    const tally = tallyReport({ success: false, testResults: [file('failed')] })
    expect(tally).toMatchObject({ failed: 1, failures: ['x.test.ts: did not load'] })
  })
  it('counts an unhandled error as a failure', () => {
    expect(tallyReport({ success: false, testResults: [file('passed', 'passed')] }).failed).toBe(1)
  })
  it('names what did not run', () => {
    expect(tallyReport({ success: true, testResults: [file('passed', 'skipped', 'todo')] }).skipped).toEqual([
      't0',
      't1',
    ])
  })
  it('adds up', () => {
    const one = { passed: 1, failed: 2, skipped: ['a'], failures: ['b'] }
    expect(sum([one, one])).toEqual({ passed: 2, failed: 4, skipped: ['a', 'a'], failures: ['b', 'b'] })
  })
})
