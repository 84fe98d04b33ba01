import { setTimeout as pause } from 'node:timers/promises'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { type Client, createClient, type Outcome } from '#shared/api/client.ts'
import type { ImportPreview } from '#shared/api/contract/ruleset-files.ts'
import { toBase64 } from '#shared/ledger/base64.ts'
import { canonicalBytes } from '#shared/ledger/canonical.ts'
import { RuleSet } from '#shared/ruleset/ruleset.ts'
import type { ImportOptions } from './import/options.ts'
import { whileWaiting } from './progress.ts'
import { sendWithProgress } from './send.ts'

/** The Worker did not do it; the message is Chinese and says what to do. */
export class NotDone extends Error {}

/** Tries after the first, and how long before each, ms. */
const RETRIES = [500, 2000, 5000]

export function clientFor({ base, token }: { base: string; token: string }): Client {
  return createClient({ base, send: sendWithProgress, token: () => token })
}

/** The Worker's own preview of the file, against the rule set in force there. */
export async function previewThere(
  client: Client,
  file: string,
  bytes: Uint8Array,
  head: ImportOptions['head'],
): Promise<ImportPreview> {
  const body = { file: { name: file.slice(-255), base64: toBase64(bytes) }, list: head }
  return answered(
    await whileWaiting(
      '服务端预览',
      persistently(() => client('rulesets.import', { body })),
    ),
  )
}

/** The rule set in force on the Worker, and its version. */
export async function inForce(client: Client): Promise<{ base: string; set: RuleSet }> {
  const { version, ruleset } = answered(await persistently(() => client('rulesets.current', {})))
  return { base: version, set: RuleSet.parse(ruleset) }
}

/**
 * Proposes `ruleset`, which was made of version `base`. The idempotency key is made of what is proposed, so that a retry, also by running the command
 * again, makes no second proposal. Answers the sentence that says what is to be done with it.
 */
export async function propose(client: Client, base: string, ruleset: RuleSet, note: string): Promise<string> {
  const content = canonicalBytes({ base, ruleset, note })
  const ask = { body: { ruleset: { ...ruleset }, note }, idempotencyKey: `import.${bytesToHex(sha256(content))}` }
  const { version, digest } = answered(
    await whileWaiting(
      '服务端检验并提出',
      persistently(() => client('rulesets.propose', ask)),
    ),
  ).ruleset
  return `已提出规则集 ${version}（指纹 ${digest}）。请另一位管理员发布，或请审核人同意后由唯一的管理员发布。`
}

async function persistently<A>(call: () => Promise<Outcome<A>>): Promise<Outcome<A>> {
  let outcome = await call()
  for (const delay of RETRIES) {
    if (outcome.kind !== 'unreachable') break
    await pause(delay)
    outcome = await call()
  }
  return outcome
}

function answered<A>(outcome: Outcome<A>): A {
  if (outcome.kind === 'answer') return outcome.answer
  if (outcome.kind === 'problem') {
    const { detail, faults = [] } = outcome.problem
    throw new NotDone([detail, ...faults.map(({ path, message }) => `  ${path}：${message}`)].join('\n'))
  }
  throw new NotDone(
    `连不上 Worker（${outcome.kind === 'unreachable' ? outcome.why : '没有内容'}）。请核对地址和网络后，把同一条命令再执行一遍，不会重复提出。`,
  )
}
