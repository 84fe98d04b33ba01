import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { type Outcome, ways } from '../e2e/gate/ways.ts'

const words: Readonly<Record<Outcome, string>> = {
  guard: 'held by the guard',
  wrapper: 'held by the wrapper',
  lock: 'locked',
  detected: 'detected',
  open: 'not holdable here',
}

/** The rows of the table that ways.ts makes, in its order. */
const table = ways.map(({ name, stated }) => `| ${name} | ${words[stated.own]} | ${words[stated.combined]} |`)
const cellsOf = (row: string): string => row.replace(/\s*\|\s*/g, ' | ').trim()

it('extension/gate/README.md states of every way what test/e2e/gate/ways.ts states', async () => {
  const readme = await readFile('extension/gate/README.md', 'utf8')
  const rows = readme.split('\n').map(cellsOf)
  const missing = table.map(cellsOf).filter((row) => !rows.includes(row))
  expect(missing, 'put these rows into the table of extension/gate/README.md').toEqual([])
})

it('the root README names what is not holdable in the browser', async () => {
  const readme = await readFile('README.md', 'utf8')
  const open = ways.filter(({ stated }) => stated.own === 'open')
  expect(open.map(({ name }) => name).filter((name) => !readme.includes(name))).toEqual([])
})
