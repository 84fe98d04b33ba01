import { browser } from 'wxt/browser'

/**
 * The one door to the browser's extension API; nothing else imports it. `wxt/browser` is `webextension-polyfill` in every build (the WXT module
 * `@wxt-dev/webextension-polyfill` puts it there), with Chrome's types; what the polyfill does not know (`sidePanel`, `declarativeNetRequest`)
 * it hands through as the browser has it.
 */
export { type Browser, browser } from 'wxt/browser'

/** Address of one of our own pages or files, e.g. `/review.html`. WXT types it by a generated list that is not there when types are checked. */
export function ownUrl(path: `/${string}`): string {
  return (browser.runtime as unknown as { getURL(path: string): string }).getURL(path)
}

/** Whether the extension was updated or removed under an open page: then nobody answers this content script any more. */
export function isOrphaned(): boolean {
  return browser.runtime?.id === undefined
}
