import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')

/** `npx menxia verify file`: the exit code and what it said. */
export function verify(file: string): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    const args = [join(root, 'worker/cli/menxia.ts'), 'verify', file]
    execFile(process.execPath, args, { cwd: root }, (error, out, err) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1
      resolve({ code, said: `${out}${err}`.trim() })
    })
  })
}

/** A copy of the file in which one bit of one character of its longest base64 or hex run is another. Answers the copy's name. */
export async function flipOneBit(file: string): Promise<string> {
  const bytes = await readFile(file)
  const text = bytes.toString('latin1')
  const runs = [...text.matchAll(/[0-9a-f]{64}|[A-Za-z0-9+/]{43}=/g)]
  const at = (runs[Math.floor(runs.length / 2)]?.index ?? 0) + 20
  const flipped = Buffer.from(bytes)
  // Bit 0 turns '2' into '3', 'b' into 'c': still hex or base64, another value.
  flipped[at] = (bytes[at] ?? 0) ^ 1
  const copy = file.replace(/\.json$/, '-flipped.json')
  await writeFile(copy, flipped)
  return copy
}
