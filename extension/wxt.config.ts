import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type {} from '@wxt-dev/auto-icons'
import { defineConfig } from 'wxt'
import { managedSchema } from './platform/managed-schema.ts'

/**
 * `wxt build -c extension/wxt.config.ts` → `out/extension/chrome`; with `-b firefox --mv3` → `out/extension/firefox`. With `--mode demo` →
 * `…-demo`, which alone carries the localhost hosts in its manifest: `permissions.request` never answers in a headless browser, and nobody
 * else gets a host for nothing.
 */
const LOCAL_HOSTS = ['http://localhost/*', 'http://127.0.0.1/*']

const managedSchemaFile = 'managed-schema.json'
/**
 * What only Chromium's manifest may hold. 119 has all; from 111 on (content scripts in the page's own world) it works, and the options page says
 * what is missing.
 */
const chromium = { minimum_chrome_version: '111', storage: { managed_schema: managedSchemaFile } }
/** What only Firefox's needs. `websiteContent`: what a bureau has set to be stored of a draft goes to its own Worker; Firefox says so at installation. */
const firefox = {
  browser_specific_settings: {
    gecko: {
      id: 'menxia@extension.menxia',
      strict_min_version: '140.0',
      data_collection_permissions: { required: ['websiteContent' as const] },
    },
  },
}

let contentScripts: object[] = []

export default defineConfig({
  srcDir: 'extension',
  outDir: 'out/extension',
  outDirTemplate: '{{browser}}{{modeSuffix}}',
  imports: false,
  modules: ['@wxt-dev/auto-icons', '@wxt-dev/webextension-polyfill'],
  autoIcons: { baseIconPath: 'assets/seal.svg' },
  vite: ({ mode }) => ({
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { target: ['chrome111', 'firefox140'], modulePreload: false, sourcemap: false, chunkSizeWarningLimit: 1500 },
    define: { 'import.meta.env.DEMO': JSON.stringify(mode === 'demo') },
  }),
  manifest: ({ browser, mode }) => ({
    name: '门下 Menxia',
    description: '发布前读一遍稿件：不该公开的指出来，该审的送审，审过的留下可核验的记录。',
    ...(browser === 'firefox' ? firefox : chromium),
    permissions: [
      'storage',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
      'declarativeNetRequest',
      'webRequest',
      'alarms',
      'scripting',
      'notifications',
    ],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    ...(mode === 'demo' ? { host_permissions: LOCAL_HOSTS } : {}),
    action: { default_title: '门下' },
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+M' } } },
  }),
  hooks: {
    // WXT turns the `matches` of runtime-registered content scripts into host permissions: those are asked per CMS, never taken.
    'build:manifestGenerated': (wxt, manifest) => {
      const demo = wxt.config.mode === 'demo'
      if (demo) manifest.host_permissions = LOCAL_HOSTS
      else delete manifest.host_permissions
      contentScripts = manifest.content_scripts ?? []
      if (demo) for (const script of manifest.content_scripts ?? []) script.matches = LOCAL_HOSTS
      else delete manifest.content_scripts
    },
    // What the manifest would have said goes beside it: the background registers just that for each site that a person allows.
    'build:done': async (wxt) => {
      if (wxt.config.browser !== 'firefox')
        await writeFile(join(wxt.config.outDir, managedSchemaFile), JSON.stringify(managedSchema))
      await writeFile(join(wxt.config.outDir, 'content-scripts.json'), JSON.stringify(contentScripts))
    },
  },
})
