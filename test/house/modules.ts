import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Import {
  /** As written: `#shared/draft/draft.ts`, `../x.ts`, `zod`. */
  written: string
  /** Path from the root for one of our own files; null for a package. */
  path: string | null
}

export interface Module {
  /** Path from the root, with `/`. */
  path: string
  text: string
  imports: Import[]
  isTest: boolean
}

const IMPORTS =
  /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s+['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm

function resolve(path: string, written: string): string | null {
  if (written.startsWith('#shared/')) return written.slice(1)
  return written.startsWith('.') ? join(dirname(path), written).replaceAll('\\', '/') : null
}

function readModule(path: string): Module {
  const text = readFileSync(join(root, path), 'utf8')
  const imports = [...text.matchAll(IMPORTS)].map((match) => {
    const written = match[1] ?? match[2] ?? match[3] ?? ''
    return { written, path: resolve(path, written) }
  })
  return { path, text, imports, isTest: /\.test\.tsx?$/.test(path) || path.startsWith('test/') }
}

/** Every folder of the four rooms, from the root: `shared/rules`, `shared/rules/privacy` … */
export function folders(): string[] {
  const all = (folder: string): string[] =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .flatMap((entry) => [`${folder}/${entry.name}`, ...all(`${folder}/${entry.name}`)])
  return ['shared', 'extension', 'worker', 'test'].flatMap((room) => [room, ...all(room)])
}

/** Every TypeScript file of the four rooms with what it imports. */
export function modules(): Module[] {
  return folders().flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
      .map((name) => readModule(relative(root, join(root, folder, name)).replaceAll('\\', '/'))),
  )
}

/** Names of the files in a folder. */
export function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder))
}
