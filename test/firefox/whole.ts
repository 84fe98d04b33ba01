import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { FirefoxCms } from './cms.ts'
import { deskBecomes, type Extension, type FirefoxOffice, tabOf, until } from './office.ts'
import { kept } from './properties.ts'

const pictures = join(import.meta.dirname, '../../out/firefox')

/** A picture of a page, which must not be wider than its window. */
export async function picture(page: Page, name: string): Promise<void> {
  await mkdir(pictures, { recursive: true })
  await page.bringToFront()
  await page.screenshot({ path: join(pictures, `${name}.png`) })
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  if (over > 0) throw new Error(`${name} is ${over} px wider than its window`)
}

/** Our toolbar button opens the sidebar; neither the installation nor the presses of 发布 in the pages until now have. */
export async function sidebarByButton({ options, pressButton }: FirefoxOffice): Promise<void> {
  const isOpen = () =>
    options.evaluate(
      async () => await (globalThis as unknown as { browser: Extension }).browser.sidebarAction.isOpen({}),
    )
  if (await isOpen()) throw new Error('the sidebar opened by itself')
  await pressButton()
  await until(isOpen, (open) => open, 'the button opened no sidebar')
}

/** The background is an event page: it dies when nothing happens, and a press of 发布 wakes it and is held. */
export async function backgroundComesBack(office: FirefoxOffice): Promise<void> {
  const cms = await FirefoxCms.open(office.browser, office.stage.demo.origin, 'textarea', '关于后台的通知')
  await cms.type(kept)
  const tab = await tabOf(office, cms.page.url())
  await deskBecomes(office, tab, ({ check }) => check?.characters === kept.replace('\n', '').length)
  const backgrounds = () =>
    office.options.evaluate(() => {
      const { browser } = globalThis as unknown as { browser: Extension }
      return browser.extension.getViews().filter(({ location }) => location.pathname.includes('background')).length
    })
  if ((await backgrounds()) !== 1) throw new Error('there is no background to die')
  await until(backgrounds, (count) => count === 0, 'the background never died')
  await cms.page.bringToFront()
  await cms.page.click('#publish')
  await deskBecomes(office, tab, ({ held, verdict }) => held !== null && verdict === 'hold')
  if ((await office.stage.demo.store.read(cms.id))!.versions.length > 0) throw new Error('it was published')
  await cms.page.close()
}
