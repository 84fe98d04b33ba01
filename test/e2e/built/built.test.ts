import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { modules } from '../../house/modules.ts'
import { buildExtension, buildShippedFirefox } from '../../start/build.ts'
import { contentScriptSizes } from '../../typing/size.ts'
import { newer } from './newer.ts'

let build: string
let files: { name: string; text: string }[]

beforeAll(async () => {
  build = await buildExtension()
  const names = await readdir(build, { recursive: true })
  const read = names.filter((name) => /\.(?:js|css)$/.test(name))
  files = await Promise.all(read.map(async (name) => ({ name, text: await readFile(join(build, name), 'utf8') })))
}, 120_000)

/** Ours that are built into the extension. */
const sources = modules()
  .filter(({ path, isTest }) => !isTest && /^(?:extension|shared)\//.test(path))
  .map(({ path, text }) => ({ name: path, text: text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '') }))

function placesOf(use: RegExp, among: readonly { name: string; text: string }[]): string[] {
  return among.flatMap(({ name, text }) => {
    const at = text.search(use)
    return at < 0 ? [] : [`${name}: …${text.slice(Math.max(0, at - 40), at + 40)}…`]
  })
}

const manifestOf = async (folder: string) => JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))

describe('the built extension', () => {
  test.each(newer)('uses no $name, which Chromium has only since $since', ({ use, library, ours, css }) => {
    const found = placesOf(use, css === true ? files.filter(({ name }) => name.endsWith('.css')) : files)
    // An exception that nothing needs any more is taken out of the table.
    if (library === undefined && ours === undefined) expect(found).toEqual([])
    else expect(found).not.toEqual([])
    if (ours === undefined && css !== true) expect(placesOf(use, sources)).toEqual([])
  })

  test('all content scripts of one frame are at most 60 KB, gzip', async () => {
    const sizes = await contentScriptSizes(build)
    expect(sizes.size).toBeGreaterThanOrEqual(3)
    expect([...sizes.values()].reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(60_000)
  })

  test('asks for no site, for no more than it needs, and says its oldest browsers', async () => {
    const [chrome, firefox] = [await manifestOf(build), await manifestOf(await buildShippedFirefox())]
    const both = ['storage', 'declarativeNetRequest', 'webRequest', 'alarms', 'scripting', 'notifications']
    expect(chrome.permissions.toSorted()).toEqual([...both, 'sidePanel'].toSorted())
    expect(firefox.permissions.toSorted()).toEqual(both.toSorted())
    for (const manifest of [chrome, firefox]) {
      expect(manifest.host_permissions).toBeUndefined()
      expect(manifest.content_scripts).toBeUndefined()
      expect(manifest.web_accessible_resources).toBeUndefined()
      expect(manifest.externally_connectable).toBeUndefined()
    }
    expect(chrome.minimum_chrome_version).toBe('111')
    expect(firefox.browser_specific_settings.gecko.strict_min_version).toBe('140.0')
    expect(firefox.background).toEqual({ scripts: ['background.js'] })
    expect(firefox.sidebar_action.default_panel).toBe('sidepanel.html')
  }, 60_000)
})
