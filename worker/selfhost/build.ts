import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, join, parse } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '../..')
const bin = join(root, 'node_modules/.bin')

/**
 * Fills `folder` with all that the service needs: the bundle, its configuration, workerd, and the operator's secret, which is made once and kept. The
 * folder can be copied to a machine without Node. `main` is another entry than wrangler.toml's, for tests. Answers with the secret where it was made
 * now, else null.
 */
export async function buildSelfhost(folder: string, main?: string): Promise<string | null> {
  await mkdir(folder, { recursive: true })
  await bundleInto(join(folder, 'worker.js'), main)
  await copyFile(join(here, 'config.capnp'), join(folder, 'config.capnp'))
  // Replaced as a whole: a running workerd keeps the old file open.
  await rm(join(folder, 'workerd'), { force: true })
  await copyFile(workerdBinary(), join(folder, 'workerd'))
  await chmod(join(folder, 'workerd'), 0o755)
  return await makeSecret(join(folder, 'operator.secret'))
}

/** The program itself, without the Node wrapper around it: the same that wrangler runs. */
function workerdBinary(): string {
  const wrangler = createRequire(import.meta.url).resolve('wrangler/package.json')
  return (createRequire(wrangler)('workerd') as { default: string }).default
}

async function bundleInto(file: string, main?: string): Promise<void> {
  const out = await mkdtemp(join(tmpdir(), 'menxia-bundle-'))
  try {
    await run(join(bin, 'wrangler'), [
      ...['deploy', ...(main === undefined ? [] : [main])],
      ...['--dry-run', '--outdir', out],
    ])
    await copyFile(join(out, `${parse(main ?? 'index.ts').name}.js`), file)
  } finally {
    await rm(out, { recursive: true, force: true })
  }
}

function run(command: string, args: readonly string[]): Promise<void> {
  const quiet = { WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false', CI: '1' }
  // The Node of the project first: wrangler refuses older ones.
  const env = { ...process.env, ...quiet, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` }
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (said += String(piece)))
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`打包没有成功：\n${said.slice(-4000)}`))))
  })
}

async function makeSecret(file: string): Promise<string | null> {
  const kept = await readFile(file, 'utf8').catch(() => null)
  if (kept !== null) return null
  const secret = randomBytes(24).toString('base64url')
  await writeFile(file, secret, { mode: 0o600, flag: 'wx' })
  return secret
}
