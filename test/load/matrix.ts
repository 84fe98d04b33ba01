import { contract } from '#shared/api/contract.ts'
import { runCell } from '../contract/cell.ts'
import { accessCells } from '../contract/cells.ts'
import { findLeaks } from '../contract/leaks.ts'
import { malformedCells } from '../contract/malformed.ts'
import { spentCredentials, stateCells } from '../contract/states.ts'
import { IDENTITIES, inhabit } from '../contract/world.ts'
import { conclude, countArgument, onWorker } from './stand.ts'

const seeded = countArgument(0, 200)

await onWorker(async (site) => {
  const [here, there] = [await inhabit(site), await inhabit(site)]
  const aged = await here.bureau.add(['admin'])
  await site.send(`${site.base}/fault/age?bureau=${here.bureau.id}&member=${aged.id}&hours=13`, {
    method: 'POST',
    headers: {},
  })
  const spent = { expired: aged.token, ...(await spentCredentials(site, here)) }
  // Malformed first: nothing of it may have changed anything for the cells that follow.
  const cells = [
    ...malformedCells(here, site.operatorSecret),
    ...stateCells(here, spent),
    ...accessCells(here, there, site.operatorSecret),
  ]
  const leaks = await findLeaks(site, here, there, seeded)
  const faults = [...leaks.faults]
  for (const cell of cells) {
    const fault = await runCell(site, cell)
    if (fault !== null) faults.push(fault)
  }
  for (const fault of faults) console.log(fault)
  const rows = new Set(cells.map(({ key }) => key))
  const open = Object.entries(contract)
    .filter(([, { who }]) => who === 'public')
    .map(([key]) => key)
  const without = Object.keys(contract).filter((key) => !rows.has(key as keyof typeof contract) && !open.includes(key))
  for (const key of without) console.log(`${key} has no cell`)
  console.log(
    'bar: every cell as stated, every endpoint that is not public in the matrix, nothing of another bureau in any page, count, search or error',
  )
  const figures = {
    ...{ cells: cells.length, endpoints: Object.keys(contract).length },
    ...{ identities: IDENTITIES.length * 2 + 2, credentials: Object.keys(spent).length },
    ...{ 'objects seeded': leaks.objects, 'readings beside them': leaks.readings },
    ...{ unexpected: faults.length, 'endpoints without a cell': without.length },
  }
  conclude('matrix', figures, { unexpected: 0, 'endpoints without a cell': 0 })
}, 'test/load/faults/entry.ts')
