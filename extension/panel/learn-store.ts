import { signal } from '@preact/signals'
import type { LearnView } from '../messages/learning.ts'
import { kept } from '../platform/kept.ts'

/** Learning in the tab that the panel stands beside; null while nothing is learnt there. */
export const learn = signal<LearnView | null>(null)

let stop: (() => void) | null = null

export async function followLearning(tab: number): Promise<void> {
  stop?.()
  const row = kept<LearnView | null>('session', `learn:${tab}`, null)
  learn.value = null
  stop = row.watch((value) => {
    learn.value = value
  })
  learn.value = await row.get()
}
