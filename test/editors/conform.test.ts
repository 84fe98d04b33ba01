import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBareChromium } from '../support/browser.ts'
import { installEditors } from '../support/editors.ts'
import { editorNames, servePages } from './pages.ts'
import { type Column, columns } from './properties/property.ts'
import { pageSubjects } from './subjects.ts'
import { type Row, runSuite } from './suite.ts'

/**
 * The short form of `npm run test:editors`: every property on every editor that needs no CMS, with fewer documents and edits.
 * WordPress, whose install is a download of 160 MB and more, is in the long form alone.
 */
const SHORT = { documents: 10, edits: 40, seed: 7 }

let rows: ReadonlyMap<string, Row>
const closing: (() => Promise<void>)[] = []

beforeAll(async () => {
  await installEditors()
  const pages = await servePages()
  const browser = await launchBareChromium()
  closing.push(() => browser.close(), pages.close)
  rows = await runSuite(pageSubjects(pages.origin), browser, SHORT)
}, 600_000)

afterAll(async () => {
  for (const close of closing) await close()
})

describe.each(editorNames)(`%s (${SHORT.edits} edits; 1,000 in npm run test:editors)`, (name) => {
  test.each(Object.keys(columns) as Column[])('%s', (column) => {
    const cell = rows.get(name)?.[column]
    expect(cell).toEqual({ held: expect.any(String) })
  })
})
