import { describe, expect, it } from 'vitest'
import { filesIn, folders, modules } from './modules.ts'

const LONGEST = 200
const MEDIAN = 80

/** A room: the four of the ground plan and every folder of the three product rooms. `test/README.md` speaks for all of test. */
const rooms = folders().filter(
  (folder) =>
    folder.split('/').length === 1 ||
    (/^(shared|extension|worker)\/[^/]+$/.test(folder) && !folder.endsWith('/assets')),
)

describe('rooms', () => {
  it('has the rooms of the plan', () => {
    expect(rooms).toEqual(expect.arrayContaining(['shared/draft', 'shared/rules', 'extension/gate', 'worker/cli']))
  })

  it.each(rooms)('%s says what belongs in it', (room) => {
    expect(
      filesIn(room),
      `write one page ${room}/README.md: what belongs there, what must not, how to add one`,
    ).toContain('README.md')
  })

  it(`no source but a word list is longer than ${LONGEST} lines`, () => {
    const long = modules()
      .filter(({ path, isTest }) => !isTest && !path.includes('/packs/'))
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > LONGEST)
    expect(long.map(({ path, lines }) => `${path} has ${lines} lines: split it by purpose`)).toEqual([])
  })

  it(`half of the source files have at most ${MEDIAN} lines`, () => {
    const lengths = modules()
      .filter((module) => !module.isTest)
      .map(({ text }) => text.split('\n').length - 1)
      .sort((a, b) => a - b)
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(MEDIAN)
  })

  it('nothing is left for later in a comment, and no check is switched off in silence', () => {
    const marks = modules()
      .filter(({ path }) => !path.startsWith('test/house/'))
      .flatMap(({ path, text }) =>
        (text.match(/\bTODO\b|\bFIXME\b|@ts-ignore|@ts-nocheck|\bas any\b/g) ?? []).map((mark) => `${path}: ${mark}`),
      )
    expect(marks).toEqual([])
  })

  it('no Manager, Helper or Util', () => {
    const names = modules().flatMap(({ path, text }) =>
      (text.match(/\b(?:class|interface|function|const|type)\s+\w*(?:Manager|Helper|Util|Utils)\b/g) ?? []).map(
        (name) => `${path}: ${name} says nothing of what it does`,
      ),
    )
    expect(names).toEqual([])
  })

  it('no test sleeps for a time, but to see that nothing comes, and says so above', () => {
    const sleep = /waitForTimeout\(|setTimeout\(\s*\w+\s*,\s*\d/
    const sleeps = modules()
      .filter((module) => module.isTest && !module.path.startsWith('test/house/'))
      .flatMap(({ path, text }) =>
        text
          .split('\n')
          .filter((line, n, lines) => sleep.test(line) && !/^\s*\/\//.test(lines[n - 1] ?? ''))
          .map((line) => `${path}: ${line.trim()}: wait for a condition`),
      )
    expect(sleeps).toEqual([])
  })
})
