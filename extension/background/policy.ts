import { policyOf, Settings } from '#shared/api/contract/settings.ts'
import type { GatePolicy } from '../gate/gate.ts'
import { kept } from '../platform/kept.ts'
import { readManaged } from '../platform/managed.ts'
import type { WorkerLink } from './worker-link.ts'

/** Not secret: which channels are reviewed, whether texts may leave this machine. */
const stored = kept<unknown>('local', 'settings', null)

export interface Policy {
  gate(channel: string | null): Promise<GatePolicy>
  /** Whether the Worker may get the text. Unknown is no. */
  mayStoreText(): Promise<boolean>
  refresh(): Promise<void>
}

export function policy(link: WorkerLink): Policy {
  const read = async (): Promise<Settings | null> => Settings.safeParse(await stored.get()).data ?? null
  return {
    async gate(channel) {
      const settings = await read()
      const managed = (await readManaged())?.failPolicy ?? null
      // A bureau whose settings were never read is treated as the strictest: every draft reviewed, closed when offline.
      if (settings === null) return { reviewEvery: true, openWhenOffline: false }
      const { reviewEvery } = policyOf(settings, channel)
      return { reviewEvery, openWhenOffline: (managed ?? settings.offline) === 'clean-open' }
    },
    mayStoreText: async () => (await read())?.draftText === 'stored',
    async refresh() {
      const outcome = await link.call('settings.read', {})
      if (outcome.kind === 'answer') await stored.set(outcome.answer.settings)
    },
  }
}
