import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBareChromium } from '../support/browser.ts'
import { installEditors } from '../support/editors.ts'
import { startWordPress } from '../support/wordpress-server.ts'
import { answerFile, editorNames, servePages } from './pages.ts'
import { type Column, columns } from './properties/property.ts'
import { pageSubjects, wordpressSubjects } from './subjects.ts'
import { type Row, runSuite } from './suite.ts'

/** The short form of `npm run test:editors`: every editor and property, with fewer documents and edits. */
const SHORT = { documents: 10, edits: 40, seed: 7 }

let rows: ReadonlyMap<string, Row>
const closing: (() => Promise<void>)[] = []

beforeAll(async () => {
  await installEditors()
  const pages = await servePages()
  const browser = await launchBareChromium()
  const wordpress = await startWordPress(answerFile)
  closing.push(() => browser.close(), pages.close, wordpress.close)
  const subjects = [...wordpressSubjects(wordpress.origin), ...pageSubjects(pages.origin)]
  rows = await runSuite(subjects, browser, SHORT)
}, 600_000)

afterAll(async () => {
  for (const close of closing) await close()
})

/** WordPress has one editor a page, from the beginning. */
const notThere: readonly Column[] = ['pair', 'life']

describe.each([...editorNames, 'wordpress-block', 'wordpress-classic'])(
  `%s (${SHORT.edits} edits; 1,000 in npm run test:editors)`,
  (name) => {
    const held = (Object.keys(columns) as Column[]).filter(
      (column) => !name.startsWith('wordpress') || !notThere.includes(column),
    )
    test.each(held)('%s', (column) => {
      const cell = rows.get(name)?.[column]
      expect(cell).toEqual({ held: expect.any(String) })
    })
  },
)
