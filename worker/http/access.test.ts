import { env, SELF } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { siteBehind } from '../../test/contract/actors.ts'
import { type Cell, runCell } from '../../test/contract/cell.ts'
import { accessCells } from '../../test/contract/cells.ts'
import { malformedCells } from '../../test/contract/malformed.ts'
import { spentCredentials, stateCells } from '../../test/contract/states.ts'
import { type Inhabited, inhabit } from '../../test/contract/world.ts'

const site = siteBehind(SELF, env.OPERATOR_SECRET)
let here: Inhabited
let there: Inhabited

beforeAll(async () => {
  here = await inhabit(site)
  there = await inhabit(site)
}, 60_000)

async function faultsOf(cells: readonly Cell[]): Promise<string[]> {
  const faults: string[] = []
  for (const cell of cells) {
    const fault = await runCell(site, cell)
    if (fault !== null) faults.push(fault)
  }
  return faults
}

describe('access', () => {
  it('answers every malformed, unknown or incomplete request with a refusal', { timeout: 120_000 }, async () => {
    const cells = malformedCells(here, site.operatorSecret)
    expect(cells.length).toBeGreaterThan(500)
    expect(await faultsOf(cells)).toEqual([])
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('lets nobody in by a credential that was revoked, ended, or is for something else', {
    timeout: 120_000,
  }, async () => {
    const cells = stateCells(here, await spentCredentials(site, here))
    expect(cells.length).toBeGreaterThan(200)
    expect(await faultsOf(cells)).toEqual([])
  })

  it('lets in who may and nobody else, in this bureau and from another', { timeout: 120_000 }, async () => {
    const cells = accessCells(here, there, site.operatorSecret)
    expect(cells.length).toBeGreaterThan(600)
    expect(await faultsOf(cells)).toEqual([])
  })
})
