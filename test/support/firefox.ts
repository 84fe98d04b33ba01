import { execFile } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import { promisify } from 'node:util'
import { type Browser, launch } from 'puppeteer-core'

const run = promisify(execFile)
/** The oldest Firefox that the manifest lets in. */
const OLDEST = 140
/** Id of the extension, and the address that this Firefox gives it: by default Firefox invents one for every profile. */
const ID = 'menxia@extension.menxia'
const HOST = 'b6d1b0de-7a0c-4d53-9d0e-6d656e786961'

/** No Firefox, or one that is too old. The message says which package to install. */
export class FirefoxMissing extends Error {
  constructor(why: string) {
    super(
      `${why}。Debian/Ubuntu 请运行 sudo apt-get install firefox-esr fonts-noto-cjk；其他系统请安装 Firefox ESR ${OLDEST} 以上，再设置环境变量 MENXIA_FIREFOX 为它的路径。`,
    )
    this.name = 'FirefoxMissing'
  }
}

/** The first Firefox of this machine: `MENXIA_FIREFOX`, then the system's. */
export async function findFirefox(): Promise<string | null> {
  const given = process.env.MENXIA_FIREFOX
  const system = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox']
  for (const path of given === undefined ? system : [given]) {
    const there = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (there) return path
  }
  return null
}

async function installFromDebian(): Promise<void> {
  if (process.getuid?.() !== 0) return
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-q'], { env })
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'firefox-esr', 'fonts-noto-cjk'], { env })
}

/** A Firefox that is new enough, installed from Debian's packages where this user may. Rejects with `FirefoxMissing`. */
export async function needFirefox(): Promise<string> {
  if ((await findFirefox()) === null) await installFromDebian().catch(() => {})
  const path = await findFirefox()
  if (path === null) throw new FirefoxMissing('没有找到 Firefox')
  const { stdout } = await run(path, ['--version'])
  const version = Number(/(\d+)\./.exec(stdout)?.[1])
  if (!(version >= OLDEST)) throw new FirefoxMissing(`${path} 是 Firefox ${version}，扩展需要 ${OLDEST} 以上`)
  return path
}

export interface RunningFirefox {
  browser: Browser
  /** `moz-extension://…`, without a slash at the end. */
  extension: string
  /** Gives the command of our toolbar button in Firefox's own window, as its key does: pages are the only thing that BiDi's keys reach. */
  pressButton(): Promise<void>
}

/** What of BiDi puppeteer has no method for: the browser's own window. */
interface Connection {
  send(method: 'browsingContext.getTree', ask: object): Promise<{ result: { contexts: { context: string }[] } }>
  send(method: 'script.evaluate', ask: object): Promise<{ result: { result: { value?: unknown } } }>
}

async function pressButton(browser: Browser): Promise<void> {
  const { connection } = browser as unknown as { connection: Connection }
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })
  const key = `#ext-keyset-id-${ID.replaceAll(/\W/g, '_')} key`
  const expression = `document.querySelector(${JSON.stringify(key)})?.doCommand() === undefined`
  const target = { context: result.contexts[0]?.context }
  await connection.send('script.evaluate', { expression, target, awaitPromise: true })
}

/** Starts Firefox with a new profile over WebDriver BiDi and, where a folder is given, installs the unpacked extension. */
export async function launchFirefox({ extension }: { extension?: string }): Promise<RunningFirefox> {
  const browser = await launch({
    browser: 'firefox',
    executablePath: await needFirefox(),
    headless: true,
    // Since 153 a WebDriver may open an extension's own pages only with this.
    args: ['--remote-allow-system-access', '--width=1366', '--height=900'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [ID]: HOST }),
      'intl.accept_languages': 'zh-CN',
      // The background dies after 6 s of quiet, not 30: longer than a release, and often in a test.
      'extensions.background.idle.timeout': 6000,
      // Quiet on the network.
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      'app.normandy.enabled': false,
    },
    defaultViewport: { width: 1366, height: 768 },
  })
  try {
    if (extension !== undefined) await browser.installExtension(extension)
  } catch (error) {
    await browser.close()
    throw error
  }
  return { browser, extension: `moz-extension://${HOST}`, pressButton: () => pressButton(browser) }
}
