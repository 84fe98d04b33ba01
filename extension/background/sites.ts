import * as z from 'zod'
import type { Profile } from '#shared/ruleset/profile.ts'
import type { SiteRow } from '../messages/panel.ts'
import { Refused } from '../messages/wire.ts'
import { account } from '../platform/account.ts'
import { browser, ownUrl } from '../platform/browser.ts'
import { kept } from '../platform/kept.ts'
import { readManaged } from '../platform/managed.ts'
import { sentences } from '../platform/text/background.ts'

/** Sites that a person switched off. A site that is on has the browser's permission and our content scripts. */
const off = kept<string[]>('local', 'sites-off', [])

export const sites = {
  async isOff(origin: string): Promise<boolean> {
    return (await off.get()).includes(origin) && !(await forced()).includes(origin)
  },
  /** After the browser gave its permission: from the next load of a page on. */
  async connect(origin: string): Promise<void> {
    await off.set((await off.get()).filter((one) => one !== origin))
    await register()
  },
  /** Disabled means: no script, no observer, nothing. The permission is given back. */
  async disconnect(origin: string): Promise<void> {
    if ((await forced()).includes(origin)) throw new Refused(sentences.managedSite)
    await off.set([...new Set([...(await off.get()), origin])])
    await browser.permissions.remove({ origins: [`${origin}/*`] }).catch(() => false)
    await register()
  },
  /** Every origin that a profile knows, that a person allowed, or that the bureau wants on. */
  async list(profiles: readonly Profile[]): Promise<SiteRow[]> {
    const switchedOff = await off.get()
    const granted = (await browser.permissions.getAll()).origins ?? []
    const managed = await forced()
    const rows = new Map<string, SiteRow>()
    for (const { matches, name, publish } of profiles)
      for (const origin of matches.map(originOf).filter((one) => one !== null)) {
        const on = !switchedOff.includes(origin) && granted.some((pattern) => covers(pattern, origin))
        rows.set(origin, { origin, name, on, lock: publish.lock, managed: managed.includes(origin) })
      }
    const worker = (await account.get())?.worker
    // The demo build is given this machine whole; that is no site that somebody allowed.
    const asked = import.meta.env.DEMO === true ? [] : granted
    const allowed = asked.map(originOf).filter((origin) => origin !== null && origin !== worker)
    for (const origin of [...managed, ...allowed])
      if (origin !== null && !rows.has(origin)) {
        const on = !switchedOff.includes(origin) && granted.some((pattern) => covers(pattern, origin))
        rows.set(origin, { origin, name: null, on, lock: null, managed: managed.includes(origin) })
      }
    return [...rows.values()]
  },
}

/** 必须开启的网站, by the bureau's policy. */
async function forced(): Promise<readonly string[]> {
  return (await readManaged())?.sites ?? []
}

/** Content scripts for every granted origin but the Worker's. The demo build has them in its manifest, and only that build. */
export async function register(): Promise<void> {
  if (import.meta.env.DEMO === true) return
  const apart = [...(await off.get()), ...originsOf((await account.get())?.worker)]
  const origins = (await browser.permissions.getAll()).origins ?? []
  const matches = origins.filter((pattern) => !apart.some((one) => covers(pattern, one)))
  const registered = await browser.scripting.getRegisteredContentScripts()
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: registered.map(({ id }) => id) })
  if (matches.length === 0) return
  const scripts = Built.parse(await (await fetch(ownUrl('/content-scripts.json'))).json())
  const rows = scripts.map((script) => ({ ...registrationOf(script), matches }))
  await browser.scripting
    .registerContentScripts(rows.map((row) => ({ ...row, matchOriginAsFallback: true })))
    // Chromium before 119 does not know that word, and refuses all: then without marks in the frames that editors write into.
    .catch(() => browser.scripting.registerContentScripts(rows))
}

/** The build's own list of content scripts, in the manifest's spelling. */
const Built = z.array(
  z.object({
    js: z.array(z.string()).min(1),
    css: z.array(z.string()).optional(),
    run_at: z.enum(['document_start', 'document_end', 'document_idle']).optional(),
    world: z.enum(['ISOLATED', 'MAIN']).optional(),
  }),
)

function registrationOf({ js, css, run_at, world }: z.infer<typeof Built>[number]) {
  return {
    id: js.join(),
    js,
    allFrames: true,
    ...(css && { css }),
    ...(run_at && { runAt: run_at }),
    ...(world && { world }),
  }
}

function originsOf(worker: string | undefined): string[] {
  return worker === undefined ? [] : [worker]
}

function originOf(glob: string): string | null {
  return /^(https?:\/\/[^/*]+)\//.exec(glob)?.[1] ?? null
}

/** Whether a granted pattern is about this origin. A pattern without a port is about every port of its host. */
function covers(pattern: string, origin: string): boolean {
  const { protocol, hostname } = new URL(origin)
  return pattern === `${origin}/*` || pattern === `${protocol}//${hostname}/*` || pattern === `*://${hostname}/*`
}
