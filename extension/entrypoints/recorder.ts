import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { awaitPort } from '../gate/page-port.ts'
import { recordPage } from '../picker/record.ts'

/** In the page's own world, put in by the background while a press is learnt. */
export default defineUnlistedScript(() => {
  awaitPort(window, recordPage(window))
})
