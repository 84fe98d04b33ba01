import * as z from 'zod'
import type { ManagedView } from '../messages/view.ts'
import { browser } from './browser.ts'

/**
 * 单位策略: what the bureau's IT set for every machine (`storage.managed`: group policy, or a JSON file of Chromium's). Nobody changes it here.
 * Each line stands for itself: one that is wrong is named in `faults` and left, the others hold.
 */
const lines = {
  worker: z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin),
  tenant: z.string().regex(/^[a-z][a-z0-9-]{1,38}[a-z0-9]$/),
  sites: z.array(z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin)).max(200),
  failPolicy: z.enum(['closed', 'clean-open']),
}

export const noPolicy: ManagedView = { worker: null, tenant: null, sites: [], failPolicy: null, faults: [] }

/** The policy of now; `null` where the bureau set none. Never throws: Firefox rejects where there is no policy at all. */
export async function readManaged(): Promise<ManagedView | null> {
  const set = await browser.storage.managed.get(null).catch(() => ({}))
  return managedOf(set as Record<string, unknown>)
}

export function managedOf(set: Readonly<Record<string, unknown>>): ManagedView | null {
  const names = Object.keys(set)
  if (names.length === 0) return null
  const read: Record<string, unknown> = {}
  const faults: string[] = []
  for (const name of names) {
    const line = Object.hasOwn(lines, name) ? lines[name as keyof typeof lines].safeParse(set[name]) : null
    if (line?.success === true) read[name] = line.data
    else faults.push(name)
  }
  return { ...noPolicy, ...read, faults }
}

/** Group policy can change while the browser runs. */
export function watchManaged(then: () => void): void {
  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') then()
  })
}
