import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, normalize, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Worker } from 'playwright-core'
import type { Draft } from '../../../shared/draft/draft.ts'
import type { Manner } from './scripts.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** What the stand-in offers to the tests on its own global. */
export interface StandIn {
  /** `approved`: open for the draft of `approved`, held for any other. */
  verdict: 'open' | 'hold' | 'silent' | 'approved'
  approved: string | null
  log: { kind: string; way: string | undefined; draft: Draft | null; tab: number; frame: number; url: string }[]
  sent: { released: boolean; comparison: string }[]
  /** Addresses that the browser refused. */
  refused: string[]
  /** Approves the draft that was seen last. */
  approve(): void
  /** Opens the network window and has the page press its control, as an approval does. */
  release(control: string): Promise<boolean>
  /** Locks the demo back office at `origin`: the profiles of one manner of publishing, and no other. */
  lock(site: { origin: string; manner: Manner }): Promise<void>
  /** Puts a question to every frame of the form's tab, as the background does, and gives the form frame's answer. */
  ask(kind: string, ask: unknown): Promise<unknown>
}

/** Copies a module and what it imports into the extension, types erased, `.ts` names kept as `.js`, the alias written out. */
async function copyModules(from: string, folder: string, done = new Set<string>()): Promise<void> {
  if (done.has(from)) return
  done.add(from)
  const code = stripTypeScriptTypes(await readFile(join(root, from), 'utf8'))
  const imports: string[] = []
  const rewritten = code.replace(/from '(\.{1,2}|#shared)(\/[^']+)\.ts'/g, (_, start: string, path: string) => {
    const imported = start === '#shared' ? `shared${path}.ts` : normalize(join(dirname(from), `${start}${path}.ts`))
    imports.push(imported)
    const asJs = relative(dirname(from), imported).replace(/\.ts$/, '.js')
    return `from '${asJs.startsWith('.') ? asJs : `./${asJs}`}'`
  })
  const target = join(folder, from.replace(/\.ts$/, '.js'))
  await mkdir(dirname(target), { recursive: true })
  await writeFile(target, rewritten)
  for (const path of imports) await copyModules(path, folder, done)
}

/**
 * The built demo extension with its background taken out and one put in that does what the test tells it: real content scripts,
 * the real wrapper, the real lock, and no Worker. Answers the folder to load.
 */
export async function standInExtension(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'menxia-stand-in-'))
  await cp(join(root, 'out/extension/chrome-demo'), folder, { recursive: true })
  await copyModules('test/e2e/gate/background.ts', folder)
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))
  manifest.background = { service_worker: 'test/e2e/gate/background.js', type: 'module' }
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest))
  return folder
}

/** Runs `use` in the stand-in. */
export async function inStandIn<T, A>(
  worker: Worker,
  use: (standIn: StandIn, given: A) => T | Promise<T>,
  given: A,
): Promise<T> {
  const code = `(${String(use)})(globalThis.standIn, ${JSON.stringify(given)})`
  return (await worker.evaluate(code)) as T
}
