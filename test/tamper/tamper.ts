import { parseArgs } from 'node:util'
import { falseAlarms, tamperAll } from './ledgers.ts'
import { proveAll } from './proofs.ts'

/**
 * `npm run tamper [-- --places 100 --most 256 --bits 24 --seed 1]`: a ledger changed in every way at random places, audited by a verifier that holds an older
 * checkpoint; and every proof of every tree against a second implementation. Exit 1 when one change was not named.
 */
const { values } = parseArgs({
  options: {
    places: { type: 'string', default: '100' },
    most: { type: 'string', default: '256' },
    bits: { type: 'string', default: '24' },
    seed: { type: 'string', default: '1' },
  },
})
const [places, most, bits, seed] = [values.places, values.most, values.bits, values.seed].map(Number) as [
  number,
  number,
  number,
  number,
]
const started = performance.now()
let missed = 0
let tampered = 0
for (const caught of tamperAll(places, seed)) {
  console.log(
    `${`${caught.named}/${caught.places}`.padStart(9)}  ${caught.kind}${caught.missed ? `  — ${caught.missed}` : ''}`,
  )
  missed += caught.places - caught.named
  tampered += caught.places
}
const alarms = falseAlarms(places, seed)
console.log(`${`${alarms}/${places}`.padStart(9)}  false alarms on ledgers that nobody touched`)

const proofs = proveAll(most, bits, seed)
console.log(
  `sizes to ${most}: ${proofs.roots} roots and ${proofs.proofs} proofs of both kinds, each made by both implementations, byte for byte the same`,
)
console.log(
  `${proofs.flipped} times one bit flipped: every bit of every proof to size ${bits}, one of every hash of every larger one`,
)
for (const wrong of proofs.wrong.slice(0, 10)) console.log(`  wrong: ${wrong}`)

const short = missed + alarms + proofs.wrong.length
console.log('bar: every tampering named, no false alarm, every proof agrees, every flipped bit refused')
const seconds = ((performance.now() - started) / 1000).toFixed(1)
console.log(
  `tamper: ${short === 0 ? 'passed' : 'FAILED'}: ${tampered - missed}/${tampered} tamperings named, ${alarms} false alarms, ${proofs.wrong.length} of ${proofs.proofs} proofs wrong, ${seconds} s`,
)
process.exitCode = short === 0 ? 0 : 1
