import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { canonicalText } from '#shared/ledger/canonical.ts'
import { checkpointText } from '#shared/ledger/checkpoint.ts'
import { CompactTree } from '#shared/ledger/compact-tree.ts'
import { signatureLine } from '#shared/ledger/note.ts'
import { nodeHashing } from '../../worker/cli/verify/hashing.ts'
import { auditLedger } from '../../worker/cli/verify/ledger.ts'
import { openExport } from '../../worker/cli/verify/ledger-file.ts'
import { entryAt, signer } from '../support/ledgers.ts'

/** `npm run fsck:bench [-- --entries 1000000 --bar 15]`: reads an exported ledger of a million entries as `menxia verify` does. Exit 1 when slower than the bar, in seconds. */
const { values } = parseArgs({
  options: { entries: { type: 'string', default: '1000000' }, bar: { type: 'string', default: '15' } },
})
const entries = Number(values.entries)
const bar = Number(values.bar)

/** Writes the ledger. Only the number, the key and the time change, so the other bytes are made once; the first lines are compared with the real form. */
async function writeExport(file: string): Promise<void> {
  const by = signer(1)
  const tree = new CompactTree(nodeHashing)
  const body = createWriteStream(`${file}.body`)
  const form = canonicalText({ ...entryAt(0), idem: '<idem>', at: '<at>', seq: -7 })
  const line = (seq: number) =>
    form
      .replace('<idem>', `idem-${seq}`)
      .replace('<at>', new Date(Date.parse(entryAt(0).at) + seq * 60_000).toISOString())
      .replace('"seq":-7', `"seq":${seq}`)
  if (line(0) !== canonicalText(entryAt(0))) throw new Error('the written form is not the canonical one')
  for (let seq = 0; seq < entries; seq++) {
    const text = line(seq)
    tree.append(nodeHashing.leaf(text))
    if (!body.write(`${text}\n`)) await once(body, 'drain')
  }
  body.end()
  await once(body, 'finish')
  const text = checkpointText({ origin: by.key.name, size: entries, root: tree.root() })
  const note = `${text}\n${signatureLine(by.key, by.sign(new TextEncoder().encode(text)))}`
  const whole = createWriteStream(file)
  whole.write(`${JSON.stringify({ format: 'menxia-ledger', v: 1, key: by.keyLine, checkpoint: note })}\n`)
  createReadStream(`${file}.body`).pipe(whole)
  await once(whole, 'finish')
}

const folder = await mkdtemp(join(tmpdir(), 'menxia-fsck-'))
try {
  const file = join(folder, 'ledger.jsonl')
  await writeExport(file)
  const ledger = await openExport(file)
  if (!ledger) throw new Error('the export was not read')
  const started = performance.now()
  const cpu = process.cpuUsage()
  const { size, faults } = await auditLedger(ledger, [])
  const seconds = (performance.now() - started) / 1000
  const used = process.cpuUsage(cpu)
  console.log(
    `${size} entries, ${((await stat(file)).size / 1e6).toFixed(0)} MB, read from the disk, every leaf and node hashed again`,
  )
  console.log(
    `wall ${seconds.toFixed(1)} s, CPU ${((used.user + used.system) / 1e6).toFixed(1)} s, resident ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`,
  )
  console.log(`bar: ${bar} s of wall time, no fault`)
  const passed = faults.length === 0 && size === entries && seconds <= bar
  console.log(
    `fsck: ${passed ? 'passed' : 'FAILED'}: ${size} entries in ${seconds.toFixed(1)} s, ${faults.length} faults`,
  )
  process.exitCode = passed ? 0 : 1
} finally {
  await rm(folder, { recursive: true })
}
