import { PART_BYTES } from '../../worker/tenant/blobs.ts'
import { openBureau } from '../contract/actors.ts'
import { importAgain, importLargest, longestValue, useLargest } from './admission/import-large.ts'
import { LARGEST } from './admission/large.ts'
import { onLimitedWorker } from './admission/limited.ts'
import { type Judged, judgeShare, judgeSize, refuseBad, takeGood } from './admission/refusals.ts'
import { conclude, countArgument } from './stand.ts'

const rounds = countArgument(0, 20)
/** What an isolate has in the cloud. */
const HEAP_MB = 128
/** What a request may take there, CPU seconds; here it is the whole command with three requests, so nothing is left out. */
const CPU_SECONDS = 30

function told(name: string, { asked, faults }: Judged): number {
  console.log(`${name}: ${asked - faults.length} of ${asked}`)
  for (const fault of faults) console.log(`  ${fault}`)
  return faults.length
}

await onLimitedWorker(HEAP_MB, async (site, data) => {
  const bureau = await openBureau(site)
  const other = await bureau.add(['admin'])
  const wrong =
    told('good rule sets taken', await takeGood(site, bureau)) +
    told('bad rule sets refused with path, line and what was expected', await refuseBad(site, bureau, rounds)) +
    told('share of clean documents: a fifth taken, more refused', await judgeShare(site, bureau)) +
    told('sizes at and over the bound', await judgeSize(site, bureau))

  const { version, seconds, faults } = await importLargest(site, data, bureau.admin)
  const again = faults.length === 0 ? await importAgain(site, data, bureau.admin) : ''
  const used = faults.length === 0 ? await useLargest(bureau, other, version) : []
  for (const fault of [...faults, ...used]) console.log(`  ${fault}`)
  console.log(`menxia import of ${LARGEST} terms: read, previewed and proposed in ${seconds.toFixed(1)} s`)
  console.log(
    `bar: every answer right; ${LARGEST} terms inside a heap of ${HEAP_MB} MB, ${CPU_SECONDS} s and parts of 1 MB; no second proposal`,
  )
  conclude(
    'admission',
    {
      'wrong answers': wrong,
      'faults of the large import': faults.length + used.length,
      'over its time': Number(seconds > CPU_SECONDS),
      'proposals by the same command again': Number(again !== version),
      'values over 1 MB': Number((await longestValue(data)) > PART_BYTES),
    },
    {
      ...{ 'wrong answers': 0, 'faults of the large import': 0, 'over its time': 0 },
      ...{ 'proposals by the same command again': 0, 'values over 1 MB': 0 },
    },
  )
})
