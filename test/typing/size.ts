import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Bytes of each content script of a build, gzip. All of them may run in one frame. */
export async function contentScriptSizes(build: string): Promise<Map<string, number>> {
  const folder = join(build, 'content-scripts')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.js')).sort()
  const sizes = new Map<string, number>()
  for (const name of names) sizes.set(name, gzipSync(await readFile(join(folder, name))).length)
  return sizes
}
