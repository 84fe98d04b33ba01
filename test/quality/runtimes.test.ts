import { beforeAll, describe, expect, it } from 'vitest'
import { listInputs } from '../../worker/cli/inputs.ts'
import { readPageFile } from '../../worker/cli/pages/read-file.ts'
import { TODAY } from './carriers.ts'
import { CORPUS } from './corpus.ts'
import { plant, positionsOf, takes } from './plant.ts'
import { randomFrom } from './random.ts'
import { faultKinds } from './recall.ts'
import { RESIDUES } from './residue.ts'
import { type Input, reportsOf } from './runtime-entry.ts'
import { reportsInChromium, reportsInWorkerd } from './runtimes.ts'

/** One planted draft of every variant of every check, each with another residue. */
function planted(): Input[] {
  const random = randomFrom(7)
  return faultKinds.flatMap(({ variants }) =>
    variants.map((variant) => {
      const fault = variant(random)
      const residue = random.pick(RESIDUES.filter((one) => takes(fault, one)))
      const { draft, context } = plant(fault, random.pick(positionsOf(fault)), residue, random)
      return { draft, context }
    }),
  )
}

/** Text that runtimes could read differently: lone surrogates, astral characters, radicals, zero-width, tag soup. */
const ODD = [
  '\uD800身份证',
  '<p>𠮷<b>⼯作</p>秘\u200B密★</b>',
  '<table><td>姓名<td>家庭住址',
  '&#x110000;&nbsp;１３８００１３８０００',
  '\u202E张三 🄰ᴀ',
]

async function corpus(): Promise<Input[]> {
  if (CORPUS === null) return []
  const pages = await Promise.all((await listInputs([CORPUS])).map(readPageFile))
  return pages.map(({ draft, publishedOn }) => ({
    draft: { ...draft, attachments: [], interpretations: [] },
    context: { today: TODAY, ...(publishedOn === null ? {} : { publishedOn }) },
  }))
}

describe('the same report, byte for byte', () => {
  let json = ''
  let expected = ''
  beforeAll(async () => {
    const odd = planted()
      .slice(0, ODD.length)
      .map(({ draft, context }, index) => ({
        draft: { ...draft, body: { format: 'html' as const, source: ODD[index]! } },
        context,
      }))
    json = JSON.stringify([...planted(), ...odd, ...(await corpus())])
    expected = reportsOf(json)
  })

  it('in Node, twice', () => {
    expect(reportsOf(json) === expected).toBe(true)
    expect(JSON.parse(expected)).toHaveLength(JSON.parse(json).length)
  })
  it('in workerd', { timeout: 60_000 }, async () => {
    expect((await reportsInWorkerd(json)) === expected).toBe(true)
  })
  it('in Chromium', { timeout: 120_000 }, async () => {
    expect((await reportsInChromium(json)) === expected).toBe(true)
  })
  it.skipIf(CORPUS === null)('with the whole corpus (skipped where ../shared/corpus is missing)', async () => {
    expect((await corpus()).length).toBeGreaterThan(40)
    expect(JSON.parse(json).length).toBeGreaterThan((await corpus()).length + 100)
  })
})
