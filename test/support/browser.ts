import { execFile } from 'node:child_process'
import { access, constants, mkdtemp, readdir } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'

const run = promisify(execFile)

/** No Chromium, and none could be installed. The message says which package to install. */
export class BrowserMissing extends Error {
  constructor(tried: string) {
    super(
      `没有找到 Chromium，也没能自动安装（${tried}）。Debian/Ubuntu 请运行 sudo apt-get install chromium fonts-noto-cjk；其他系统请运行 npx playwright-core install chromium，或安装 Chrome for Testing 后设置环境变量 MENXIA_CHROMIUM 为它的路径。`,
    )
    this.name = 'BrowserMissing'
  }
}

async function isExecutable(path: string): Promise<boolean> {
  return await access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}

/** Where `npx @puppeteer/browsers install chrome@stable` and the like leave Chrome for Testing. */
async function chromesForTesting(): Promise<string[]> {
  const folder = join(homedir(), '.cache/puppeteer/chrome')
  const versions = await readdir(folder).catch(() => [])
  return versions.map((version) => join(folder, version, 'chrome-linux64/chrome'))
}

/**
 * The first Chromium that loads an unpacked extension from the command line: `MENXIA_CHROMIUM`, the system's, Chrome for Testing,
 * Playwright's. Branded Chrome and Edge are left out: since 137 they ignore `--load-extension`.
 */
export async function findChromium(): Promise<string | null> {
  const given = process.env.MENXIA_CHROMIUM
  const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium']
  const mac = ['/Applications/Chromium.app/Contents/MacOS/Chromium']
  const all = [...(given === undefined ? [] : [given]), ...system, ...mac, ...(await chromesForTesting())]
  for (const path of [...all, chromium.executablePath()]) if (await isExecutable(path)) return path
  return null
}

async function installFromDebian(): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-q'], { env })
  await run('apt-get', ['install', '-y', '-q', 'chromium', 'fonts-noto-cjk'], { env })
}

/** Installs a Chromium where this user may. Rejects with `BrowserMissing`, which names what to do by hand. */
async function installChromium(): Promise<string> {
  const tried: string[] = []
  if (process.getuid?.() === 0 && (await isExecutable('/usr/bin/apt-get'))) {
    await installFromDebian().catch(() => tried.push('apt-get 安装失败'))
  } else tried.push('不是 root，不能用 apt-get')
  if ((await findChromium()) === null) {
    const cli = join(import.meta.dirname, '../../node_modules/playwright-core/cli.js')
    await run(process.execPath, [cli, 'install', 'chromium']).catch(() => tried.push('Playwright 下载失败'))
  }
  const found = await findChromium()
  if (found === null) throw new BrowserMissing(tried.join('；'))
  return found
}

/** A Chromium, installed if need be. Rejects with `BrowserMissing`. */
export async function needChromium(): Promise<string> {
  return (await findChromium()) ?? (await installChromium())
}

const quiet = [
  ...['--no-sandbox', '--lang=zh-CN', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
]

interface Launch {
  /** Folder of the unpacked extension; none: a browser without one. */
  extension?: string
  /** Folder of the profile; a new one in the system's temporary folder where not given. */
  profile?: string
  headless?: boolean
  viewport?: { width: number; height: number }
  /** Another program than the Chromium that is found. */
  program?: string
  /** Switches besides ours. */
  args?: readonly string[]
  /** The back-forward cache, which Playwright switches off. */
  backForwardCache?: boolean
}

/** Quiet on the network, with the extension of this folder loaded. */
export function chromiumArguments(extension: string | undefined): string[] {
  const loaded =
    extension === undefined ? [] : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]
  return [...quiet, ...loaded]
}

/** Starts Chromium with a profile of its own, quiet on the network, with the extension loaded. */
export async function launchChromium({
  extension,
  profile,
  headless = true,
  viewport,
  program,
  args = [],
  backForwardCache = false,
}: Launch): Promise<BrowserContext> {
  return await chromium.launchPersistentContext(profile ?? (await mkdtemp(join(tmpdir(), 'menxia-browser-'))), {
    executablePath: program ?? (await needChromium()),
    headless,
    args: [...chromiumArguments(extension), ...args],
    // Playwright's own list would switch the extension off again.
    ignoreDefaultArgs: ['--disable-extensions', ...(backForwardCache ? ['--disable-back-forward-cache'] : [])],
    viewport: viewport ?? { width: 1366, height: 768 },
    locale: 'zh-CN',
  })
}

/** Starts a Chromium without an extension, in which each context has a clock of its own. */
export async function launchBareChromium(): Promise<Browser> {
  return await chromium.launch({ executablePath: await needChromium(), args: quiet })
}
