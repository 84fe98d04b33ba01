import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { needChromium } from './browser.ts'

const run = promisify(execFile)

/** Where Debian's Chromium looks for what IT has set. */
const ETC = '/etc/chromium'

/** Whether a program can be given an `/etc/chromium` of its own here: root, with mount namespaces. */
export async function mayManage(): Promise<boolean> {
  return await run('unshare', ['--mount', 'sh', '-c', `mount --bind /tmp ${ETC}`]).then(
    () => true,
    () => false,
  )
}

/** Id that Chromium gives to an unpacked extension: the first half of its path's SHA-256, as letters. */
function idOf(folder: string): string {
  const hex = createHash('sha256').update(folder).digest('hex').slice(0, 32)
  return hex.replaceAll(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
}

/**
 * A Chromium under group policy, as a program to launch. It sees the policy in an `/etc/chromium` of its own, which ends with it: nothing is
 * written to the machine's, and no other browser is managed.
 */
export async function managedChromium(extension: string, policy: object): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'menxia-policy-'))
  await mkdir(join(folder, 'policies/managed'), { recursive: true })
  const file = { '3rdparty': { extensions: { [idOf(extension)]: policy } } }
  await writeFile(join(folder, 'policies/managed/menxia.json'), JSON.stringify(file))
  const program = join(folder, 'chromium')
  const inside = `mount --bind "$0" ${ETC} && exec ${await needChromium()} "$@"`
  await writeFile(program, `#!/bin/sh\nexec unshare --mount sh -c '${inside}' "${folder}" "$@"\n`)
  await chmod(program, 0o755)
  return program
}
