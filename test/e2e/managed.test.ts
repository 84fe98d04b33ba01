import { describe, expect, test } from 'vitest'
import { optionsText as text } from '../../extension/platform/text/options.ts'
import { demoExtension } from '../start/build.ts'
import { managedChromium, mayManage } from '../support/managed-chromium.ts'
import { openBrowser } from './stage/person.ts'

const WORKER = 'https://menxia.example.gov.cn'
const CMS = 'https://cms.example.gov.cn'

// Skipped where a program cannot be given an /etc/chromium of its own (not root, or no mount namespaces).
describe.skipIf(!(await mayManage()))('单位策略, from a real policy file in a real Chromium', () => {
  test('it stands in the settings, fills and fixes the Worker’s address, and keeps its sites', async () => {
    const policy = {
      worker: `${WORKER}/`,
      tenant: 'quanzhou-jyj',
      sites: [`${CMS}/login`],
      failPolicy: 'closed',
      wroker: 'x',
    }
    const program = await managedChromium(demoExtension, policy)
    const person = await openBrowser({ folder: demoExtension, program })
    try {
      const page = await person.context.newPage()
      await page.goto(`${person.extension}/options.html`)
      const section = page.locator('section', { has: page.locator('#managed') })
      await section.getByText('quanzhou-jyj').waitFor()
      expect(await section.textContent()).toContain(text.failPolicies.closed)
      const worker = page.locator('[name=worker]')
      await expect.poll(() => worker.inputValue()).toBe(WORKER)
      expect(await worker.isEditable()).toBe(false)
      const site = page.locator('li.site', { hasText: CMS })
      expect(await site.textContent()).toContain(text.managed)
      expect(await site.getByRole('button', { name: text.turnOn }).count()).toBe(1)
      // A page of ours that is not ours any more must get no further than this one.
      const answers = await page.evaluate(
        async ([other, cms]) => {
          const { chrome } = globalThis as unknown as {
            chrome: { runtime: { sendMessage(message: object): Promise<object> } }
          }
          const signIn = { worker: other, invitation: 'x', pin: null }
          return [
            await chrome.runtime.sendMessage({ kind: 'session.signIn', ask: signIn }),
            await chrome.runtime.sendMessage({ kind: 'site.disconnect', ask: { origin: cms } }),
          ]
        },
        ['https://other.example', CMS],
      )
      expect(JSON.stringify(answers[0])).toContain(`只能用 ${WORKER}`)
      expect(JSON.stringify(answers[1])).toContain('没有关闭')
    } finally {
      await person.close()
    }
  })
})
