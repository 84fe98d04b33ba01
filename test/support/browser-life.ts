import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'
import { chromiumArguments, needChromium } from './browser.ts'
import { eventually } from './eventually.ts'

/** One run of Chromium on a profile folder, which can be ended as a power cut of the program would. */
export interface BrowserLife {
  context: BrowserContext
  /** `chrome-extension://…`, without a slash at the end. */
  extension: string
  /** `kill -9` of the browser and its whole group. Resolves when it is gone. */
  kill(): Promise<void>
}

/** Chromium names an unpacked extension by its folder. */
export function extensionIdOf(folder: string): string {
  const hex = createHash('sha256').update(folder).digest('hex').slice(0, 32)
  return [...hex].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('')
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  process.kill(-child.pid, 'SIGKILL')
  await gone
}

/** Starts the browser and joins it by its debugging port. */
export async function startLife(folder: string, profile: string): Promise<BrowserLife> {
  const portFile = join(profile, 'DevToolsActivePort')
  await rm(portFile, { force: true })
  const own = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank']
  const child = spawn(await needChromium(), [...chromiumArguments(folder), ...own], { detached: true, stdio: 'ignore' })
  const end = (): void => void kill(child)
  process.once('exit', end)
  const said = await eventually(
    () => readFile(portFile, 'utf8').catch(() => ''),
    (text) => text.includes('\n'),
    30_000,
  )
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${said.split('\n')[0]}`)
  return {
    context: browser.contexts()[0]!,
    extension: `chrome-extension://${extensionIdOf(folder)}`,
    async kill() {
      await kill(child)
      process.removeListener('exit', end)
    },
  }
}
