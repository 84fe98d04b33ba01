import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { launchChromium } from '../support/browser.ts'

const workerd = fileURLToPath(new URL('../../node_modules/.bin/workerd', import.meta.url))
const entry = fileURLToPath(new URL('runtime-entry.ts', import.meta.url))

async function bundle(contents: string, format: 'esm' | 'iife'): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL('.', import.meta.url)), loader: 'ts' },
    bundle: true,
    write: false,
    format,
    target: 'es2024',
    logLevel: 'silent',
  })
  return outputFiles[0]!.text
}

const CONFIG = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (modules = [(name = "main.js", esModule = embed "main.js")], compatibilityDate = "2026-10-01"))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")]
);`

/** The engine in workerd, as the Worker runs it. */
export async function reportsInWorkerd(json: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'menxia-workerd-'))
  const script = await bundle(
    `import { reportsOf } from ${JSON.stringify(entry)}
     export default { async fetch(request) { return new Response(reportsOf(await request.text())) } }`,
    'esm',
  )
  await writeFile(join(folder, 'main.js'), script)
  await writeFile(join(folder, 'config.capnp'), CONFIG)
  // workerd tells on file descriptor 3 which port it listens on.
  const child = spawn(workerd, ['serve', 'config.capnp', '--control-fd=3'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  })
  try {
    const port = await listeningPort(child)
    const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: json })
    return await answer.text()
  } finally {
    child.kill('SIGKILL')
    await rm(folder, { recursive: true, force: true })
  }
}

async function listeningPort(child: ChildProcess): Promise<number> {
  const control = child.stdio[3]
  if (!(control instanceof Readable)) throw new Error('workerd gave no control channel')
  let said = ''
  for await (const chunk of control) {
    said += String(chunk)
    const line = said.split('\n').find((one) => one.includes('"listen"'))
    if (line !== undefined) return Number((JSON.parse(line) as { port: number }).port)
  }
  throw new Error('workerd ended before it listened')
}

/** The engine in a page of Chromium, as the extension runs it. */
export async function reportsInChromium(json: string): Promise<string> {
  const script = await bundle(
    `import { reportsOf } from ${JSON.stringify(entry)}; globalThis.reportsOf = reportsOf`,
    'iife',
  )
  const browser = await launchChromium({})
  try {
    const page = await browser.newPage()
    await page.addScriptTag({ content: script })
    return await page.evaluate<string, string>((input) => Reflect.get(globalThis, 'reportsOf')(input), json)
  } finally {
    await browser.close()
  }
}
