import { browser } from 'wxt/browser'

/**
 * The one door to the browser's extension API; nothing else imports it. WXT's `browser` is the browser's own object with Chrome's types:
 * from Chromium 116 and Firefox 140 on it answers with promises, so no polyfill is shipped into every page.
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
