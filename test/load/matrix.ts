import { contract } from '#shared/api/contract.ts'
import { runCell } from '../contract/cell.ts'
import { accessCells } from '../contract/cells.ts'
import { malformedCells } from '../contract/malformed.ts'
import { IDENTITIES, inhabit } from '../contract/world.ts'
import { conclude, onWorker } from './stand.ts'

await onWorker(async (site) => {
  const [here, there] = [await inhabit(site), await inhabit(site)]
  // Malformed first: nothing of it may have changed anything for the cells that follow.
  const cells = [...malformedCells(here, site.operatorSecret), ...accessCells(here, there, site.operatorSecret)]
  const rows = new Set(cells.map(({ key }) => key))
  let unexpected = 0
  for (const cell of cells) {
    const fault = await runCell(site, cell)
    if (fault === null) continue
    unexpected += 1
    console.log(fault)
  }
  const open = Object.entries(contract)
    .filter(([, { who }]) => who === 'public')
    .map(([key]) => key)
  const without = Object.keys(contract).filter((key) => !rows.has(key as keyof typeof contract) && !open.includes(key))
  console.log('bar: every cell as stated, every endpoint that is not public in the matrix')
  const figures = {
    ...{ cells: cells.length, endpoints: Object.keys(contract).length, identities: IDENTITIES.length * 2 + 2 },
    ...{ unexpected, 'endpoints without a cell': without.length },
  }
  conclude('matrix', figures, { unexpected: 0, 'endpoints without a cell': 0 })
})
