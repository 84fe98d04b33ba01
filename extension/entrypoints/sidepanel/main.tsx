import { render } from 'preact'
import { followLearning } from '../../panel/learn-store.ts'
import { Panel } from '../../panel/panel.tsx'
import { desk, follow, tabBeside } from '../../panel/store.ts'
import { browser } from '../../platform/browser.ts'
import { followHouse } from '../../platform/house.ts'
import { ask, refusal } from '../../platform/ui/asking.ts'
import '../../panel/panel.css'

async function stand(): Promise<void> {
  const tab = await tabBeside()
  if (tab === null) return
  await Promise.all([follow(tab), followLearning(tab)])
  await ask('panel.check', { tab })
  // A page that cannot be read says so in the headline; a second sentence would only repeat it.
  if (desk.value?.failure != null) refusal.value = null
}

await followHouse()
render(<Panel />, document.getElementById('root')!)
await stand()
browser.tabs.onActivated.addListener(stand)
