import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '../..')

/** Where the demo build of the extension is: the only build with the localhost hosts in its manifest. */
export const demoExtension = join(root, 'out/extension/chrome-demo')

/** Builds the demo extension. Rejects with what the build said. */
export async function buildDemoExtension(): Promise<string> {
  await build(['--mode', 'demo'])
  return demoExtension
}

/** Builds the extension as it is shipped: no site until a person allows one. */
export async function buildExtension(): Promise<string> {
  await build([])
  return join(root, 'out/extension/chrome')
}

/** Builds the demo extension for Firefox. */
export async function buildFirefoxExtension(): Promise<string> {
  await build(['-b', 'firefox', '--mv3', '--mode', 'demo'])
  return join(root, 'out/extension/firefox-demo')
}

/** Builds the extension for Firefox as it is shipped. */
export async function buildShippedFirefox(): Promise<string> {
  await build(['-b', 'firefox', '--mv3'])
  return join(root, 'out/extension/firefox')
}

async function build(mode: readonly string[]): Promise<void> {
  const wxt = join(root, 'node_modules/.bin/wxt')
  const env = { ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH ?? ''}` }
  await promisify(execFile)(wxt, ['build', '-c', 'extension/wxt.config.ts', ...mode], { cwd: root, env }).catch(
    (error: Error & { stdout?: string; stderr?: string }) => {
      throw new Error(`扩展没有构建成功：\n${error.stdout ?? ''}${error.stderr ?? error.message}`)
    },
  )
}
