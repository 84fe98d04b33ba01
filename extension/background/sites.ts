import type { Profile } from '#shared/ruleset/profile.ts'
import type { SiteRow } from '../messages/panel.ts'
import { browser } from '../platform/browser.ts'
import { kept } from '../platform/kept.ts'

/** Sites that a person switched off. A site that is on has the browser's permission and our content scripts. */
const off = kept<string[]>('local', 'sites-off', [])

export const sites = {
  async isOff(origin: string): Promise<boolean> {
    return (await off.get()).includes(origin)
  },
  /** After the browser gave its permission: from the next load of a page on. */
  async connect(origin: string): Promise<void> {
    await off.set((await off.get()).filter((one) => one !== origin))
    await register()
  },
  /** Disabled means: no script, no observer, nothing. The permission is given back. */
  async disconnect(origin: string): Promise<void> {
    await off.set([...new Set([...(await off.get()), origin])])
    await browser.permissions.remove({ origins: [`${origin}/*`] }).catch(() => false)
    await register()
  },
  /** The origins that the profiles know. */
  async list(profiles: readonly Profile[]): Promise<SiteRow[]> {
    const switchedOff = await off.get()
    const granted = (await browser.permissions.getAll()).origins ?? []
    const rows = new Map<string, SiteRow>()
    for (const { matches, name, publish } of profiles)
      for (const origin of matches.map(originOf).filter((one) => one !== null)) {
        const on = !switchedOff.includes(origin) && granted.some((pattern) => covers(pattern, origin))
        rows.set(origin, { origin, name, on, lock: publish.lock })
      }
    return [...rows.values()]
  },
}

/** Content scripts for every granted origin. The demo build has them in its manifest, and only that build. */
export async function register(): Promise<void> {
  if (import.meta.env.DEMO === true) return
  const switchedOff = await off.get()
  const origins = (await browser.permissions.getAll()).origins ?? []
  const matches = origins.filter((pattern) => !switchedOff.some((one) => covers(pattern, one)))
  const registered = await browser.scripting.getRegisteredContentScripts()
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: registered.map(({ id }) => id) })
  if (matches.length === 0) return
  const everywhere = { matches, allFrames: true, matchOriginAsFallback: true, runAt: 'document_start' } as const
  await browser.scripting.registerContentScripts([
    { id: 'page-wrapper', js: ['content-scripts/page-wrapper.js'], world: 'MAIN', ...everywhere },
    { id: 'cms', js: ['content-scripts/cms.js'], css: ['content-scripts/cms.css'], ...everywhere },
    {
      id: 'editor-frame',
      js: ['content-scripts/editor-frame.js'],
      css: ['content-scripts/editor-frame.css'],
      ...everywhere,
      runAt: 'document_end',
    },
  ])
}

function originOf(glob: string): string | null {
  return /^(https?:\/\/[^/*]+)\//.exec(glob)?.[1] ?? null
}

/** Whether a granted pattern is about this origin. A pattern without a port is about every port of its host. */
function covers(pattern: string, origin: string): boolean {
  const { protocol, hostname } = new URL(origin)
  return pattern === `${origin}/*` || pattern === `${protocol}//${hostname}/*` || pattern === `*://${hostname}/*`
}
