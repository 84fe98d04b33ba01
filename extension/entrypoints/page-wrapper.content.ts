import type { ContentScriptDefinition } from 'wxt'
import { defineContentScript } from 'wxt/utils/define-content-script'
import { awaitPort } from '../gate/page-port.ts'
import { wrapPage } from '../gate/page-wrapper.ts'

/** In the page's own world. The real `matches` are given when a site is connected (or by the demo build's manifest). */
const wrapper: ContentScriptDefinition = defineContentScript({
  matches: ['http://localhost/*'],
  world: 'MAIN',
  runAt: 'document_start',
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  main() {
    awaitPort(window, wrapPage(window))
  },
})
export default wrapper
