import { browser } from './browser.ts'

type Area = 'local' | 'session'

/**
 * One value in `storage.local` (survives a restart; a content script could read it, so never a token or a draft) or `storage.session`
 * (memory only, extension pages only).
 */
export interface Kept<T> {
  get(): Promise<T>
  set(value: T): Promise<void>
  watch(then: (value: T) => void): () => void
}

export function kept<T>(area: Area, key: string, empty: T): Kept<T> {
  return {
    async get() {
      const got = (await browser.storage[area].get(key)) as Record<string, T | undefined>
      return got[key] ?? empty
    },
    async set(value) {
      await browser.storage[area].set({ [key]: value })
    },
    watch(then) {
      const listener = (changes: Record<string, { newValue?: unknown }>, name: string): void => {
        if (name === area && key in changes) then((changes[key]?.newValue as T | undefined) ?? empty)
      }
      browser.storage.onChanged.addListener(listener)
      return () => browser.storage.onChanged.removeListener(listener)
    },
  }
}
