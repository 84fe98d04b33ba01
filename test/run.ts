import { spawn } from 'node:child_process'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Step, steps } from './steps.ts'
import { needChromium } from './support/browser.ts'
import { installEditors } from './support/editors.ts'
import { needFirefox } from './support/firefox.ts'
import { sum, type Tally, tallyReport } from './tally.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = join(root, 'out/test')
const bin = join(root, 'node_modules/.bin')
// With both, wrangler makes no request outside and asks nothing (LIBRARIES.md).
const quiet = { WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false' }
const env = { ...process.env, ...quiet, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` }

/** The exit code; 1 for a program that could not start or was killed. */
function run(command: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(join(bin, command), args, { cwd: root, env, stdio: 'inherit' })
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

async function runSuite(config: string, name: string): Promise<Tally> {
  const file = join(reports, `${name.replaceAll(/\W+/g, '-')}.json`)
  await rm(file, { force: true })
  const code = await run('vitest', [
    'run',
    '-c',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return single(false, `${name}: no report was written`)
  const tally = tallyReport(JSON.parse(text))
  if (code === 0 || tally.failed > 0) return tally
  return { ...tally, failed: 1, failures: [`${name}: exit code ${code}`] }
}

const single = (passed: boolean, failure: string): Tally =>
  passed
    ? { passed: 1, failed: 0, skipped: [], failures: [] }
    : { passed: 0, failed: 1, skipped: [], failures: [failure] }

async function runStep(step: Step): Promise<Tally> {
  console.log(`\n── ${step.name}`)
  if (step.kind === 'suite') return await runSuite(step.config, step.name)
  const [command = '', ...args] = step.command
  const code = await run(command, args)
  return single(code === 0, `${step.name}: exit code ${code}`)
}

/** The browsers and the real editors are needed by the last steps: a missing one is said first and fails there. */
async function prepare(): Promise<void> {
  for (const need of [needChromium, needFirefox, installEditors]) {
    await need().catch((error: Error) => console.error(error.message))
  }
}

await mkdir(reports, { recursive: true })
await prepare()
const wanted = process.argv.slice(2)
const chosen = steps.filter((step) => wanted.length === 0 || wanted.some((word) => step.name.includes(word)))
const tallies: [Step, Tally][] = []
for (const step of chosen) tallies.push([step, await runStep(step)])
const total = sum(tallies.map(([, tally]) => tally))
console.log('')
for (const [step, tally] of tallies)
  console.log(`${tally.failed === 0 ? 'ok  ' : 'FAIL'} ${step.name}: ${tally.passed} passed, ${tally.failed} failed`)
for (const failure of total.failures) console.log(`failed: ${failure.replace(`${root}`, '')}`)
for (const name of total.skipped) console.log(`skipped: ${name}`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1
